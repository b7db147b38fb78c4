/** Takes a text/event-stream in pieces that are cut anywhere. */
export interface EventReader {
  push(text: string): void;
  /** At the end; an event whose empty line is missing counts too. */
  end(): void;
}

const FIELD = /^data(?:: ?(.*))?$/s;

/** Calls `take` with the data of each event; comments and other fields are passed over. */
export function newEventReader(take: (data: string) => void): EventReader {
  let line = '';
  let data: string[] = [];
  let wasReturn = false;
  const dispatch = () => {
    const event = data.join('\n');
    data = [];
    if (event !== '') take(event);
  };
  const endLine = () => {
    const [field, value = ''] = FIELD.exec(line) ?? [];
    const isEmpty = line === '';
    line = '';
    if (isEmpty) dispatch();
    else if (field !== undefined) data.push(value);
  };
  return {
    push(text) {
      if (text === '') return;
      const rest = wasReturn && text.startsWith('\n') ? text.slice(1) : text;
      wasReturn = text.endsWith('\r');
      const [first = '', ...others] = rest.split(/\r\n|\r|\n/);
      line += first;
      for (const other of others) {
        endLine();
        line = other;
      }
    },
    end() {
      endLine();
      dispatch();
    },
  };
}
