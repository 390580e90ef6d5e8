/** The panels beside the map as tabs; talk carries a mark while something is unread. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import Channels from '../panels/Channels.tsx';
import Delegation from '../panels/Delegation.tsx';
import Ledger from '../panels/Ledger.tsx';
import News from '../panels/News.tsx';
import Proposals from '../panels/Proposals.tsx';
import Relations from '../panels/Relations.tsx';
import { useMatch } from './useMatch.ts';

const TABS = [['proposals', Proposals], ['ledger', Ledger], ['channels', Channels], ['news', News], ['delegation', Delegation], ['relations', Relations]] as const;
export type TabId = (typeof TABS)[number][0];

export function PanelTabs({ tab, onTab }: { readonly tab: TabId; readonly onTab: (tab: TabId) => void }) {
  const { t } = useTranslation('frame');
  const { proposals, me } = useMatch().view;
  const open = Object.values(proposals).filter((proposal) => proposal.status === 'live' && me !== null && proposal.waiting.includes(me.seat)).length;
  return (
    <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => onTab(key as TabId)}>
      <TabList className="tab-list" aria-label={t('panels')}>
        {TABS.map(([id]) => <Tab key={id} id={id} className="tab" data-coach={`tab-${id}`}>{t(`tab.${id}`)}{id === 'proposals' && open > 0 ? <span className="count" aria-label={t('tab.waiting', { count: open })}>{open}</span> : null}</Tab>)}
      </TabList>
      {TABS.map(([id, Panel]) => <TabPanel key={id} id={id} className="tab-panel"><Panel /></TabPanel>)}
    </Tabs>
  );
}
