import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Label, LabelGroup } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { Gateway } from '../../api/queries';
import { LastRead } from '../../shared/LastRead';
import { When } from '../../shared/When';

/** What the gateway's document says, and how the last read went. */
export function Facts({ gateway }: { gateway: Gateway }) {
  const shownOf = gateway.lastRead?.viewTakenAt;
  return (
    <DescriptionList isHorizontal isCompact columnModifier={{ default: '1Col', lg: '2Col' }}>
      <Fact name="Vendor">{gateway.vendor}</Fact>
      <Fact name="Entente may">{gateway.writes === 'managed' ? 'read and write' : 'read only (writes: managed allows more)'}</Fact>
      <Fact name="Last read">
        <LastRead read={gateway.lastRead} />
      </Fact>
      <Fact name="Shown is of">{shownOf ? <When at={shownOf} /> : 'no complete read yet'}</Fact>
      <Fact name="Document">version {gateway.version}</Fact>
      <Fact name="Labels">
        {Object.keys(gateway.labels).length === 0 ? (
          'none'
        ) : (
          <LabelGroup aria-label="Labels">
            {Object.entries(gateway.labels).map(([name, value]) => (
              <Label key={name} isCompact variant="outline">
                {name}={value}
              </Label>
            ))}
          </LabelGroup>
        )}
      </Fact>
      {Object.entries(gateway.settings).map(([name, value]) => (
        <Fact key={name} name={name}>
          <code>{value}</code>
        </Fact>
      ))}
    </DescriptionList>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{name}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
