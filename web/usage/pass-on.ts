/** Hears what passes; told when the stream ends, breaks off or is left. */
export interface Listener {
  take(event: unknown): void;
  end(): void;
}

/** Hands every event on. */
async function* heard<Event>(
  events: AsyncIterable<Event>,
  listener: Listener,
): AsyncGenerator<Event> {
  try {
    for await (const event of events) {
      listener.take(event);
      yield event;
    }
  } finally {
    listener.end();
  }
}

/** The stream itself, to be used as before, with members of its own; whoever reads it is listened to. */
export function passOn<Stream extends AsyncIterable<unknown>, Own extends object>(
  stream: Stream,
  listener: Listener,
  own: Own,
): Stream & Own {
  const iterate = () => heard(stream, listener);
  let generator: AsyncGenerator<unknown> | undefined;
  return new Proxy(stream, {
    get(target, key) {
      if (Object.hasOwn(own, key)) return Reflect.get(own, key);
      if (key === Symbol.asyncIterator) return iterate;
      if (key === 'next' && 'next' in target) {
        generator ??= iterate();
        return generator.next.bind(generator);
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  }) as Stream & Own;
}
