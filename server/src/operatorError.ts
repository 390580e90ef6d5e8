/** A mistake of whoever runs the server: one line with cause and cure, exit code 1, no stack trace (contracts: errors). */
export class OperatorError extends Error {
  constructor(cause: string, cure: string) {
    super(`${cause}: ${cure}`);
    this.name = 'OperatorError';
  }
}
