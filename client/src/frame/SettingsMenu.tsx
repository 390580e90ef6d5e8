/** What a reader sets for this browser: movement and the order of double names. */
import { SlidersHorizontal } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover, Radio, RadioGroup, Label, Switch } from 'react-aria-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameOrder } from '../map/types.ts';
import { change, useSettings } from '../store/settings.ts';
import { LanguagePicker } from './LanguagePicker.tsx';

export function SettingsMenu({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const { still, nameOrder } = useSettings();
  return (
    <DialogTrigger>
      <Button className="btn btn-bare" aria-label={t('settings')}><SlidersHorizontal size={18} aria-hidden="true" /></Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="settings" aria-label={t('settings')}>
          <LanguagePicker />
          <Switch className="switch" isSelected={still} onChange={(on) => change({ still: on })}><span className="switch-track" aria-hidden="true" />{t('settings.still')}</Switch>
          <p className="hint">{t('settings.still.help')}</p>
          <RadioGroup className="radios" value={nameOrder} onChange={(order) => change({ nameOrder: order as NameOrder })}>
            <Label>{t('settings.names')}</Label>
            <Radio className="radio" value="korean-first">{t('settings.names.korean')}</Radio>
            <Radio className="radio" value="other-first">{t('settings.names.other')}</Radio>
          </RadioGroup>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
