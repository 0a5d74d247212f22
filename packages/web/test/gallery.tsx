import type { VNode } from 'preact';
import {
  Amount,
  Breadcrumb,
  Card,
  Chart,
  Chip,
  Detail,
  Empty,
  ErrorCard,
  ExactTime,
  Freshness,
  Hash,
  Heading,
  Kind,
  Progress,
  Skeleton,
  UntrustedText,
  useWords,
  WholeHash,
  Why,
} from '../src/index.ts';
import type { Frame, Lang, Theme } from '../src/index.ts';
import { galleryWords } from './gallery.words.ts';
import { Home } from './home.tsx';
import { NOW, sampleBlocks } from './sample.ts';

/** Every piece in all its states, as pages such as an app would draw. */
export const PAGES = { home: Home, transaction: TransactionPage, charts: ChartsPage, states: StatesPage };
export type PageName = keyof typeof PAGES;

export const HOSTILE =
  '<script>alert(1)</script>"\'&amp;</title></style>\u0000\u202egnp.exe\u2066 \ud800 \u001b[31m ]]>-->';

export function galleryFrame(name: PageName, lang: Lang, theme: Theme): Frame {
  const t = galleryWords(lang);
  return {
    lang,
    theme,
    timeZone: 'Asia/Seoul',
    now: NOW,
    system: { name: t('system'), href: '/home' },
    places: (['home', 'transaction', 'charts', 'states'] as const).map((place) => ({
      href: `/${place}`,
      label: t(place),
      current: place === name,
    })),
    path: `/${name}`,
    query: '',
    search: { action: '/search', placeholder: t('search') },
  };
}

function TransactionPage(): VNode {
  const t = useWords(galleryWords);
  const transaction = sampleBlocks()[0]?.transactions[3];
  if (transaction === undefined) throw new Error('The sample has a fourth transaction.');
  const { hash, from, to } = transaction;
  return (
    <>
      <Breadcrumb trail={[{ href: '/home', label: t('transactions') }]} here={<Hash value={hash} />} />
      <Heading title={t('transaction')}>
        <Chip tone="bad">{t('failed')}</Chip>
      </Heading>
      <Why tone="bad" lead="Reverted(21)">
        {t('why')}
      </Why>
      <Card title={t('transaction')}>
        <Detail
          rows={[
            { label: t('hash'), value: <WholeHash value={hash} copy /> },
            { label: t('block'), value: <a href="/block/96">96</a> },
            { label: t('time'), value: <ExactTime time="2026-11-23T07:02:11.482123Z" /> },
            { label: t('from'), value: <WholeHash value={from} href={`/address/${from}`} copy /> },
            { label: t('to'), value: <WholeHash value={to} href={`/address/${to}`} /> },
            { label: t('call'), value: <Kind kind="call" method="transfer" /> },
            { label: t('value'), value: <Amount amount="13947400000000000001" all unit="ICX" /> },
            { label: t('fee'), value: <Amount amount="2636500000000000" all unit="ICX" /> },
            { label: t('message'), value: <UntrustedText text={HOSTILE} /> },
            { label: 'a × 2,500', value: <UntrustedText text={'a'.repeat(2500)} /> },
          ]}
        />
      </Card>
    </>
  );
}

function ChartsPage(): VNode {
  const t = useWords(galleryWords);
  const days = Array.from(
    { length: 30 },
    (_, day) => Date.parse('2026-11-01T00:00:00Z') / 1000 + day * 86_400,
  );
  const fees = days.map((_, day) => (day === 12 ? null : Math.round(900 + 40 * day + 300 * Math.sin(day))));
  const counts = days.map((_, day) => 400 + 30 * (day % 7));
  return (
    <>
      <Heading title={t('charts')} />
      <Card title={t('fees')}>
        <Chart
          title={t('feesRose')}
          shape="line"
          x={{ label: t('perDay'), values: days, time: true }}
          y={{ label: t('feesPerDay'), unit: 'ICX' }}
          series={[{ label: t('fees'), values: fees }]}
        />
      </Card>
      <Card title={t('failures')}>
        <Chart
          title={t('failuresStay')}
          shape="bars"
          x={{ label: t('height'), values: days.map((_, day) => 1700 + day) }}
          y={{ label: t('transactions'), unit: t('count') }}
          series={[{ label: t('transactions'), values: counts }]}
        />
      </Card>
      <Chart
        title={t('noTokens')}
        shape="line"
        x={{ label: t('perDay'), values: [] }}
        y={{ label: t('feesPerDay'), unit: 'ICX' }}
        series={[]}
      />
    </>
  );
}

function StatesPage(): VNode {
  const t = useWords(galleryWords);
  const tip = { height: 1778, time: '2026-11-24T07:01:30Z' };
  return (
    <>
      <Heading title={t('states')}>
        <Chip tone="good">{t('succeeded')}</Chip>
        <Chip tone="bad">{t('failed')}</Chip>
        <Chip tone="plain">{t('pending')}</Chip>
        <Chip tone="warn">{t('late')}</Chip>
      </Heading>
      <Freshness tone="good" tip={tip} note={t('likeNode')} />
      <Freshness tone="warn" tip={tip} note={t('behind', { count: 1320 })} since="2026-11-24T06:50:00Z" />
      <Freshness tone="bad" tip={null} note={t('stopped')} since="2026-11-24T06:50:00Z" />
      <Freshness tone="good" tip={tip} note={t('likeNode')} connection="lost" />
      <Card title={t('backfill')}>
        <Progress label={t('backfill')} done={812_220} total={1_002_110} note={t('rate')} />
      </Card>
      <Card title={t('latestBlocks')}>
        <Empty next={{ href: '/contracts', label: t('toContracts') }}>{t('noTokens')}</Empty>
      </Card>
      <Card title={t('latestTransactions')}>
        <Skeleton rows={3} />
      </Card>
      <Why tone="warn" lead={t('late')}>
        {t('why')}
      </Why>
      <ErrorCard
        title={t('noSuchBlock')}
        code="TRACKER_BLOCK_NOT_FOUND"
        message={t('noBlock')}
        details={[{ label: t('asked'), value: '99,999,999' }]}
        next={[{ href: '/blocks', label: t('newest') }]}
        requestId="01JDG6Z3V8"
      />
    </>
  );
}
