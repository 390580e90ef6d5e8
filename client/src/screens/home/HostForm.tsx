/** A match for several people: a name for it, its pace, and whether strangers may find it. */
import { useState, type FormEvent } from 'react';
import { Button, Input, Label, Radio, RadioGroup, Switch, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { LEVELS, PRESETS } from '@concert/shared/protocol/messages';
import { create, FIRST_SCENARIO } from './enter.ts';
import { BotPicker, type BotChoice } from './BotPicker.tsx';
import { NameField } from './NameField.tsx';
import { ScenarioPicker } from './ScenarioPicker.tsx';
import { useName } from './useName.ts';

type Preset = (typeof PRESETS)[number];
type Level = (typeof LEVELS)[number];

export function HostForm() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { nameOrDefault } = useName();
  const [title, setTitle] = useState('');
  const [scenario, setScenario] = useState(FIRST_SCENARIO);
  const [preset, setPreset] = useState<Preset>('standard');
  const [level, setLevel] = useState<Level>('standard');
  const [bots, setBots] = useState<BotChoice>('mixed');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const host = async (): Promise<void> => {
    setBusy(true);
    const path = await create({ scenario, preset, level, private: !open, bots, name: nameOrDefault, title: title.trim() });
    setBusy(false);
    if (path) go(path);
  };
  const submit = (event: FormEvent): void => { event.preventDefault(); void host(); };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="pair"><NameField />
        <TextField className="field" value={title} onChange={setTitle} maxLength={60}><Label>{t('host.name')}</Label><Input className="input" placeholder={t('host.name.example')} /></TextField>
      </div>
      <ScenarioPicker value={scenario} onChange={setScenario} />
      <RadioGroup className="radios presets" value={preset} onChange={(value) => setPreset(value as Preset)}>
        <Label className="field-label">{t('host.pace')}</Label>
        <div className="preset-tiles">
          {PRESETS.map((id) => <Radio key={id} value={id} className="preset-tile"><strong>{t(`preset.${id}`)}</strong><span className="hint">{t(`preset.${id}.help`)}</span></Radio>)}
        </div>
      </RadioGroup>
      <RadioGroup className="radios presets" value={level} onChange={(value) => setLevel(value as Level)}>
        <Label className="field-label">{t('host.level')}</Label>
        <div className="preset-tiles">
          {LEVELS.map((id) => <Radio key={id} value={id} className="preset-tile"><strong>{t(`level.${id}`)}</strong><span className="hint">{t(`level.${id}.help`)}</span></Radio>)}
        </div>
      </RadioGroup>
      <BotPicker value={bots} onChange={setBots} />
      <div className="row between">
        <Switch className="switch" isSelected={open} onChange={setOpen}><span className="switch-track" aria-hidden="true" />{t('host.public')}</Switch>
        <Button type="submit" className="btn btn-main" isDisabled={busy}>{busy ? t('play.opening') : t('host.create')}</Button>
      </div>
    </form>
  );
}
