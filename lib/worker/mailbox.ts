/** Messages in the order in which they came, each handed out once. */
export interface Mailbox<Message> {
  put(message: Message): void;
  /** The oldest message, or the next to come. */
  take(): Promise<Message>;
}

/** An empty mailbox, for one who takes. */
export function mailbox<Message>(): Mailbox<Message> {
  const waiting: Message[] = [];
  let hand: ((message: Message) => void) | null = null;
  return {
    put(message) {
      if (hand) hand(message);
      else waiting.push(message);
      hand = null;
    },
    take: () =>
      new Promise((resolve) => {
        if (waiting.length) resolve(waiting.shift()!);
        else hand = resolve;
      })
  };
}
