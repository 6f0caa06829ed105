import { Alert, Content, DescriptionList, Label, LabelGroup, List, ListItem, ProgressStep, ProgressStepper } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import type { ConnectionTest } from '../../api/connection';
import { embedded } from '../../api/problem';
import { ProblemBox } from '../../shared/Problems';
import { Fact } from './Facts';
import { titleOf, verdict } from './steps';

const VARIANT = { OK: 'success', FAILED: 'danger', UNKNOWN: 'pending' } as const;
const SAID = { OK: 'ok', FAILED: 'failed', UNKNOWN: 'not known' } as const;

/** How a test of a connection went, step by step. */
export function TestResult({ test }: { test: ConnectionTest }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Its answer is a promise in some browsers, and an effect must not give one back.
    void place.current?.scrollIntoView({ block: 'start' });
  }, [test]);
  return (
    <section ref={place} aria-label="Connection test" className="stack">
      <div role="status">
        <Alert isInline variant={test.passed ? (test.joining.length > 0 ? 'info' : 'success') : 'danger'} title={verdict(test)} />
      </div>
      <ProgressStepper isVertical aria-label="Steps of the test">
        {test.steps.map((step) => {
          const problem = embedded(step.problem);
          return (
            <ProgressStep
              key={step.part}
              id={`step-${step.part}`}
              titleId={`step-${step.part}-title`}
              variant={VARIANT[step.state]}
              aria-label={SAID[step.state]}
              description={problem ? <ProblemBox problem={problem} /> : step.detail}
            >
              {titleOf(step)}
            </ProgressStep>
          );
        })}
      </ProgressStepper>
      {test.found && <Found found={test.found} />}
      {test.cannot.length > 0 && (
        <Alert isInline variant="info" title="What will not work as it is">
          <List>
            {test.cannot.map((one) => (
              <ListItem key={one.what}>
                {one.what}: {one.why} {one.nextStep}
              </ListItem>
            ))}
          </List>
        </Alert>
      )}
      {test.joining.length > 0 && (
        <Alert isInline variant="info" title="What is to be done">
          <List component="ol">
            {test.joining.map((one) => (
              <ListItem key={one}>{one}</ListItem>
            ))}
          </List>
        </Alert>
      )}
      <Content component="small">Nothing of this was stored. It took {test.tookMillis} ms.</Content>
    </section>
  );
}

/** What a gateway says of itself. */
export function Found({ found }: { found: NonNullable<ConnectionTest['found']> }) {
  return (
    <DescriptionList isHorizontal isCompact aria-label="What answered">
      <Fact name="Vendor">{found.vendor}</Fact>
      <Fact name="Edition">{found.edition}</Fact>
      <Fact name="Version">{found.version}</Fact>
      <Fact name="Data planes">{found.nodes}</Fact>
      <Fact name="Capabilities">
        {found.capabilities.length === 0 ? (
          'none named'
        ) : (
          <LabelGroup numLabels={12} aria-label="Capabilities">
            {found.capabilities.map((one) => (
              <Label key={one} isCompact variant="outline">
                {one}
              </Label>
            ))}
          </LabelGroup>
        )}
      </Fact>
    </DescriptionList>
  );
}
