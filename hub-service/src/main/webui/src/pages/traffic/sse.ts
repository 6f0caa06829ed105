/** One event of a stream. */
export interface StreamEvent {
  name: string;
  data: string;
}

/** Takes a stream of server-sent events apart; pieces may end anywhere. */
export class EventParser {
  private rest = '';
  private name = '';
  private data: string[] = [];

  /** The events that this piece completes. */
  push(piece: string): StreamEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    const found: StreamEvent[] = [];
    for (const line of lines) {
      if (line === '') {
        if (this.data.length > 0) {
          found.push({ name: this.name || 'message', data: this.data.join('\n') });
        }
        this.name = '';
        this.data = [];
      } else {
        this.field(line);
      }
    }
    return found;
  }

  private field(line: string): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') {
      this.name = value;
    } else if (name === 'data') {
      this.data.push(value);
    }
  }
}
