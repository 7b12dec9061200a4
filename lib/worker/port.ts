/** One end of a channel: a worker seen from its page, the scope inside a worker, a `MessagePort`. */
export interface Port {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: "message", listener: (event: {readonly data: unknown}) => void): void;
  /** A worker that cannot be loaded or fails outside its answers says so here. */
  addEventListener(type: "error", listener: (event: {readonly message?: string}) => void): void;
}
