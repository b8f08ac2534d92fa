/** How a record stands with the city platform. */
import { Link } from '@tanstack/react-router';
import type { components } from '../../api/index.ts';
import { Facts } from '../../parts/index.ts';
import { sayInstant } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { useRecordWords } from './words.ts';

/** Part of a record's drawer. */
export function ForwardingTab({
  record: { forwarding, version },
}: {
  readonly record: Pick<components['schemas']['CreditRecord'], 'forwarding' | 'version'>;
}) {
  const say = useRecordWords();
  const may = useMay();
  if (forwarding === null) return <p className="soft">{say('notForwarded')}</p>;
  const { forwardedAt, cityReceiptAt, state, operation, isAtCity, batch } = forwarding;
  return (
    <div className="stack">
      {forwarding.version < version && <p className="soon">{say('olderVersion', { sent: forwarding.version, now: version })}</p>}
      <Facts
        facts={[
          [say('forwarding'), say(state)],
          [say('operation'), say(operation)],
          [say('version'), forwarding.version],
          [say('handedAt'), forwardedAt === null ? null : sayInstant(forwardedAt)],
          [say('answeredAt'), cityReceiptAt === null ? say('cityWaiting') : sayInstant(cityReceiptAt)],
          [say('atCity'), say(isAtCity ? 'yes' : 'no')],
        ]}
      />
      {may('forwarding.read') && (
        <Link to="/forwarding" search={{ tab: 'batches', open: batch }}>
          {say('toForwarding')}
        </Link>
      )}
    </div>
  );
}
