/** What every sheet of a pack knows: the class at its door, and the public part of its scenario. */
import { createContext, useContext } from 'react';
import type { PublicScenario } from '@concert/shared';
import type { ClassDoor } from '@concert/shared/protocol/seminar';

export type PackFacts = ClassDoor & { readonly facts: PublicScenario };
export const PackContext = createContext<PackFacts | null>(null);
export function usePack(): PackFacts {
  const pack = useContext(PackContext);
  if (!pack) throw new Error('a sheet of the pack outside its page');
  return pack;
}
