/** A recording dropped anywhere on a page, or chosen by a button, plays at once: no account, no network. */
import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { FILES_PATH } from './compare/paths.ts';
import './drop.css';

/** Where a reader's own file is played. */
export const FILE_PATH = '/r/file';

function useOpenFile(): (file: File) => Promise<void> {
  const [, go] = useLocation();
  // The player comes with the first file: the front door stays light.
  return async (file) => { await (await import('./sources.ts')).openFile(file); go(FILE_PATH); };
}

/** Two files at once are compared. */
export function useOpenFiles(): (files: FileList | readonly File[]) => Promise<void> {
  const [, go] = useLocation();
  const one = useOpenFile();
  return async (files) => {
    const [a, b] = files;
    if (a && b) { await (await import('./compare/compareStore.ts')).keepPair([a, b]); go(FILES_PATH); } else if (a) await one(a);
  };
}

/** Lies over the whole page while a file is dragged. */
export function DropZone() {
  const { t } = useTranslation('replay');
  const take = useOpenFiles();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => { if (hasFile(event)) { event.preventDefault(); setOver(true); } };
    const onLeave = (event: DragEvent): void => { if (event.relatedTarget === null) setOver(false); };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      const files = event.dataTransfer?.files;
      if (!files || files.length === 0) return;
      event.preventDefault();
      void take([...files]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => { window.removeEventListener('dragover', onOver); window.removeEventListener('dragleave', onLeave); window.removeEventListener('drop', onDrop); };
  });
  return over ? <div className="rp-drop" role="status"><p className="sheet">{t('drop')}</p></div> : null;
}

/** The same by button, for keyboard and phone. */
export function FileButton() {
  const { t } = useTranslation('replay');
  const take = useOpenFile();
  return (
    <FileTrigger acceptedFileTypes={['.jsonl', '.txt', 'application/x-ndjson', 'application/json', 'text/plain']} onSelect={(files) => { const file = files?.[0]; if (file) void take(file); }}>
      <Button className="btn"><FolderOpen size={16} aria-hidden="true" />{t('file')}</Button>
    </FileTrigger>
  );
}
