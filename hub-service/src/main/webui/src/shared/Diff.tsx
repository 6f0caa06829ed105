import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { diffLines, type DiffLine, type LineKind } from './diff';
import { plural } from './numbers';
import { paired } from './sideBySide';
import { useUrl } from './url';

const SIGN: Record<LineKind, string> = { hunk: '', added: '+', removed: '−', same: '', note: '' };

/** So many lines are drawn at once. */
const FIRST = 300;

/** A difference of two texts, in one column or two; signs as well as colours tell the sides apart. */
export function Diff({ text, leftOut = 0, label }: { text: string; leftOut?: number; label: string }) {
  const { get } = useUrl();
  const [whole, setWhole] = useState(false);
  const all = diffLines(text);
  const lines = whole ? all : all.slice(0, FIRST);
  const beside = get('diff') === 'beside';
  return (
    <div className="diff" role="region" aria-label={label} tabIndex={0}>
      <table>
        <tbody>{beside ? <Beside lines={lines} /> : lines.map((line, index) => <Unified key={index} line={line} />)}</tbody>
      </table>
      {all.length > lines.length && (
        <Button variant="link" size="sm" onClick={() => setWhole(true)}>
          Show {plural(all.length - lines.length, 'further line')}
        </Button>
      )}
      {leftOut > 0 && <p>{plural(leftOut, 'further line')} left out by the hub.</p>}
    </div>
  );
}

function Unified({ line }: { line: DiffLine }) {
  return (
    <tr className={`diff-${line.kind}`}>
      <td className="diff-number">{line.before}</td>
      <td className="diff-number">{line.after}</td>
      <td className="diff-sign">{SIGN[line.kind]}</td>
      <td className="diff-text">{line.text}</td>
    </tr>
  );
}

function Beside({ lines }: { lines: DiffLine[] }) {
  return paired(lines).map((row, index) =>
    row.over ? (
      <tr key={index} className={`diff-${row.over.kind}`}>
        <td colSpan={6} className="diff-text">
          {row.over.text}
        </td>
      </tr>
    ) : (
      <tr key={index}>
        <Half line={row.left} number={row.left?.before} />
        <Half line={row.right} number={row.right?.after} />
      </tr>
    ),
  );
}

function Half({ line, number }: { line: DiffLine | undefined; number: number | undefined }) {
  const tone = line ? `diff-${line.kind}` : '';
  return (
    <>
      <td className={`diff-number ${tone}`}>{number}</td>
      <td className={`diff-sign ${tone}`}>{line && SIGN[line.kind]}</td>
      <td className={`diff-text diff-half ${tone}`}>{line?.text}</td>
    </>
  );
}
