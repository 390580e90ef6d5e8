/** The instruments beyond invitations and texts, each folded away under its name until it is wanted, in the phases where the rules offer it. */
import type { View } from '@concert/shared';
import { Bids } from './Bids.tsx';
import { Buds } from './Buds.tsx';
import { Cards } from './Cards.tsx';
import { Demarches } from './Demarches.tsx';
import { Inquiry } from './Inquiry.tsx';
import { Notes } from './Notes.tsx';
import { Readings } from './Readings.tsx';
import { Rules } from './Rules.tsx';
import { Words } from './Words.tsx';

export function Tools({ view }: { readonly view: View }) {
  const { legal, me } = view;
  if (!legal || !me) return null;
  const { craft } = legal;
  return (
    <div className="pn-tools-list">
      {craft.bids.length > 0 && <Bids bids={craft.bids} />}
      {craft.readings.length > 0 && <Readings readings={craft.readings} />}
      {craft.joinRules && <Rules joined={craft.joinRules.joined} />}
      {(craft.offerCards.length > 0 || craft.answerCards.length > 0) && <Cards view={view} />}
      {(craft.tableDemarche.length > 0 || view.craft.demarches.length > 0) && <Demarches view={view} />}
      {view.craft.buds.length > 0 && <Buds view={view} />}
      {craft.compareNotes.length > 0 && <Notes seats={craft.compareNotes} me={me} />}
      {craft.inquire && <Inquiry inquire={craft.inquire} me={me} />}
      {(craft.announce.length > 0 || craft.accuse !== null || craft.apologise.length > 0) && <Words view={view} />}
    </div>
  );
}
