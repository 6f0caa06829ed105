import { useEffect, useState, useSyncExternalStore } from 'react';
import { askPreview, type Preview } from '../../api/preview';
import { LiveQuestion, type Live } from './live';

/** What the hub says of a text of policies while it is typed. */
export function useFidelity(): { live: Live<Preview>; type: (text: string) => void } {
  const [question] = useState(() => new LiveQuestion(askPreview));
  useEffect(() => () => question.close(), [question]);
  const live = useSyncExternalStore(question.subscribe, question.now);
  const [type] = useState(() => (text: string) => question.type(text));
  return { live, type };
}
