import { yamlOf } from './copy';

/** The command that stores a document, with the document in it. */
export function applyCommand(document: unknown): string {
  const text = typeof document === 'string' ? document.trimEnd() : yamlOf(document).trimEnd();
  return `./entente apply -f - <<'YAML'\n${text}\nYAML`;
}
