/** An act upon the service: said when done, its refusal said in words, and everything on the page read anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { TroubleText } from '../shell/states.tsx';

interface Doing<Given> {
  readonly isBusy: boolean;
  readonly start: (given: Given) => void;
}

/** `after` gets what the service answered. */
export function useDoing<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  { done, after }: { readonly done: string | null; readonly after?: (answer: Answer) => void },
): Doing<Given> {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      if (done !== null) void message.success(done);
      void queries.invalidateQueries();
      after?.(answer);
    },
    onError: (error) => void message.error(<TroubleText error={error} />),
  });
  return { isBusy: isPending, start: (given) => mutate(given) };
}
