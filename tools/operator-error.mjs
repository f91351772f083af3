/** A failure the operator can cure: its message is one line in words that says what to do. */
export class OperatorError extends Error {
  /**
   * @param {string} message one line in words
   * @param {string[]} [details] lines of a log, for whoever wants to look closer
   */
  constructor(message, details = []) {
    super(message);
    this.name = 'OperatorError';
    this.details = details;
  }
}
