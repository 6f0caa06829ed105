import { Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { answeredFile, hub } from '../../api/hub';
import { count } from '../../shared/numbers';
import { Problems } from '../../shared/Problems';
import { saved } from '../../shared/saved';
import type { Chosen, Question } from './question';

const FORMATS = { csv: 'CSV', parquet: 'Parquet' } as const;

/** The requests that are chosen as a file; the newest hundred thousand where there are more. */
export function Export({ question, chosen }: { question: Question; chosen: Chosen }) {
  const { groupBy: _, ...which } = question;
  const file = useMutation({
    mutationFn: (format: keyof typeof FORMATS) =>
      answeredFile(
        hub.GET('/api/traffic/export', {
          params: { query: { ...which, ...chosen, format } },
          parseAs: 'blob',
        }),
      ),
    onSuccess: ({ content }, format) => saved(content, `traffic.${format}`),
  });
  const rows = Number(file.data?.headers.get('x-entente-rows') ?? 0);
  const more = file.data?.headers.has('x-entente-next') === true;
  return (
    <>
      {Object.entries(FORMATS).map(([format, name]) => (
        <Button
          key={format}
          variant="secondary"
          onClick={() => file.mutate(format as keyof typeof FORMATS)}
          isLoading={file.isPending && file.variables === format}
          isDisabled={file.isPending}
        >
          Export {name}
        </Button>
      ))}
      {file.isSuccess && (
        <span role="status">
          {count(rows)} requests saved{more ? ', the newest; there are more: choose a shorter time' : ''}.
        </span>
      )}
      {file.isError && <Problems failure={file.error} title="The export" />}
    </>
  );
}
