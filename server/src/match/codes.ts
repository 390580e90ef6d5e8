/** Match codes, member ids and secrets: what people type has no look-alikes, what proves who they are is long. */
import { customAlphabet, nanoid } from 'nanoid';
import { sha256 } from '../store/chain.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'; // without I and O
/** Six letters for a match; read aloud and typed on phones. */
export const newCode = customAlphabet(LETTERS, 6);
export const isCode = (text: string): boolean => new RegExp(`^[${LETTERS}]{6}$`).test(text);
/** Public name of a person inside one match. Letters and digits only: it is a key of synced maps. */
export const newMemberId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 10);
/** Opens a seat to a second person of the same delegation. */
export const newSeatKey = customAlphabet(LETTERS, 8);
/** The member's secret; the store keeps only its hash. */
export const newToken = (): string => nanoid(32);
export const tokenHash = (token: string): string => sha256(`concert token ${token}`);
