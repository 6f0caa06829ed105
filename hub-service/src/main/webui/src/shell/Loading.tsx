import { Bullseye, Spinner } from '@patternfly/react-core';

export function Loading() {
  return (
    <Bullseye>
      <Spinner aria-label="Loading the page" />
    </Bullseye>
  );
}
