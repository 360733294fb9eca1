/** One small number for each receipt, a byte apiece: 300,000 receipts take 300 kB. */
export class ReceiptBytes {
  #bytes = new Uint8Array(1024);

  static copyOf(other: ReceiptBytes): ReceiptBytes {
    const copy = new ReceiptBytes();
    copy.#bytes = other.#bytes.slice();
    return copy;
  }

  of(receiptNumber: number): number {
    return this.#bytes[receiptNumber] ?? 0;
  }

  /** Adds one; more than 255 are not counted. */
  add(receiptNumber: number): void {
    if (receiptNumber >= this.#bytes.length) {
      const more = new Uint8Array(Math.max(receiptNumber + 1, this.#bytes.length * 2));
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes[receiptNumber] = Math.min(255, this.of(receiptNumber) + 1);
  }
}
