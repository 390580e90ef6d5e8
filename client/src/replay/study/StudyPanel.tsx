/** Studying a recording: its turning points, notes and chapters of one's own, kept beside it or carried off in it, and going on from here as a live match. */
import { useTranslation } from 'react-i18next';
import { Continue } from './Continue.tsx';
import { Notes } from './Notes.tsx';
import { Turns } from './Turns.tsx';
import './study.css';

export default function StudyPanel() {
  const { t } = useTranslation('replay');
  return <div className="study"><h2>{t('study')}</h2><Turns /><Notes /><Continue /></div>;
}
