/** Runs a tool for its operator: the exit code it returns, and one line with exit code 1 for a mistake (contracts: errors). */
import process from 'node:process';
import { OperatorError } from '../src/operatorError.ts';

const isMistake = (error: unknown): boolean => error instanceof OperatorError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');

export async function operator(name: string, run: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    process.stderr.write(`${name}: ${isMistake(error) ? String((error as Error).message).split('\n')[0] : (error as Error).stack}\n`);
    process.exitCode = 1;
  }
}
