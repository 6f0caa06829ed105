import { diffLines, type LineKind } from './diff';
import { plural } from './numbers';

const SIGN: Record<LineKind, string> = { hunk: '', added: '+', removed: '−', same: '', note: '' };

/** A difference of two texts; signs as well as colours tell the sides apart. */
export function Diff({ text, leftOut = 0, label }: { text: string; leftOut?: number; label: string }) {
  return (
    <div className="diff" role="region" aria-label={label} tabIndex={0}>
      <table>
        <tbody>
          {diffLines(text).map((line, index) => (
            <tr key={index} className={`diff-${line.kind}`}>
              <td className="diff-number">{line.before}</td>
              <td className="diff-number">{line.after}</td>
              <td className="diff-sign">{SIGN[line.kind]}</td>
              <td className="diff-text">{line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut > 0 && <p>{plural(leftOut, 'further line')} left out by the hub.</p>}
    </div>
  );
}
