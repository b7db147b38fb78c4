/** An archive that cannot be read, and which of its files that is about; empty: the archive itself. */
export class ArchiveFault extends Error {
  readonly entry: string;

  constructor(entry: string, message: string) {
    super(message);
    this.name = 'ArchiveFault';
    this.entry = entry;
  }
}
