import { Content, Toolbar, ToolbarContent } from '@patternfly/react-core';
import { Choice } from '../../shared/Choice';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { CellDetail } from './CellDetail';
import { chosenOf, editionsOf, MATRIX } from './matrix';
import { MatrixTable } from './MatrixTable';

const VENDORS = [...new Set(MATRIX.editions.map((one) => one.vendor))].sort();

/** What every gateway keeps of every kind of policy, as the translators of this build say. */
export default function Fidelity() {
  const { get, set } = useUrl();
  const chosen = chosenOf(MATRIX, get('kind'), get('edition'));
  return (
    <Page
      title="Fidelity"
      about="What each edition of each gateway keeps of each kind of policy: the best and the worst of many policies that were really translated, with the weakest evidence behind it."
    >
      <div className="stack">
        <Toolbar>
          <ToolbarContent>
            <Choice name="vendor" label="Vendor" options={VENDORS} all="All vendors" />
            <Choice name="mode" label="Mode" options={['observe']} all="enforce" />
          </ToolbarContent>
        </Toolbar>
        <MatrixTable
          kinds={MATRIX.kinds}
          mode={get('mode') === 'observe' ? 'observe' : 'enforce'}
          editions={editionsOf(MATRIX, get('vendor'))}
          chosen={chosen}
          onChoose={(kind, edition) => set({ kind, edition, q: '', sort: '', pq: '', psort: '' })}
        />
        <Content component="small">
          What is partial or unsupported is refused, and the gateway keeps what it has. Exact that rests on less than a third party’s judgement is unverified. What your own
          policy comes to, with its own numbers, the editor and the plan say.
        </Content>
        {chosen ? <CellDetail chosen={chosen} /> : <Content component="p">Choose a cell to see every policy, what is lost, and the tests that hold it.</Content>}
      </div>
    </Page>
  );
}
