import {
  type Answer,
  answerAddition,
  answerChoice,
  findPeriodGap,
  listRefusals,
  type Remedy,
} from '../../charts/explore/answer.ts';
import { readAskedChoice } from '../../charts/explore/asked-choice.ts';
import { type Choice, findKind, formatChoice, isMomentKind, withKind } from '../../charts/explore/choice.ts';
import { type Explore, type ExploreData, openExplore } from '../../charts/explore/explore-data.ts';
import { buildPanel } from '../../charts/explore/panel.ts';
import { allPeriods, drawnPeriods, toggleIndicator, togglePeriod } from '../../charts/explore/periods.ts';
import { formatPartialDate } from '../../lib/partial-date.ts';
import { FigurePlace } from './figure-place.ts';
import { findIndicators, openChosen, showPanel } from './panel-form.ts';
import { TakeAway } from './take-away.ts';

/** Something a reader does. */
export type Act = { do: 'choose'; option: string; id: string } | { do: 'take'; what: string };

/** What is said below the form: sentences, and what would do instead. */
interface Reply {
  sentences: readonly string[];
  remedies: readonly Remedy[];
}

/** Answers the form from now on: what may stand together is drawn, what may not is told. */
export function startExplore(root: HTMLElement, data: ExploreData): (act: Act) => void {
  const explore = openExplore(data);
  const place = new FigurePlace(root, data.site);
  const takeAway = new TakeAway(root, explore);
  const asked = readAskedChoice(location.search, explore);
  let choice = asked.choice;

  const choose = (next: Choice, remarks: readonly string[] = []): void => {
    choice = next;
    const answer = answerChoice(choice, explore);
    history.replaceState(history.state, '', `${location.pathname}${formatChoice(choice)}`);
    showPanel(root, buildPanel(choice, explore), explore);
    place.show(answer);
    takeAway.offer(answer);
    reply({ sentences: [...remarks, ...wordAnswer(answer, explore)], remedies: answer.remedies });
  };
  const reply = ({ sentences, remedies }: Reply): void => {
    const status = root.querySelector('[data-explore-status]');
    if (status) status.textContent = sentences.join('');
    const buttons = remedies.map((remedy) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.textContent = remedy.label;
      button.addEventListener('click', () => choose(remedy.choice));
      return button;
    });
    root.querySelector('[data-explore-remedies]')?.replaceChildren(...buttons);
  };
  /** What was ticked is put back, and the reader told why. */
  const refuse = (refusal: Reply): void => {
    showPanel(root, buildPanel(choice, explore), explore);
    reply(refusal);
  };
  const actions: Readonly<Record<string, (id: string) => void>> = {
    i: (id) => {
      const refusal = choice.indicators.includes(id) ? undefined : answerAddition(choice, id, explore);
      if (refusal) refuse({ sentences: refusal.refusals, remedies: refusal.remedies });
      else choose(toggleIndicator(choice, id, explore));
    },
    t: (id) => {
      const gap = drawnPeriods(choice, explore).includes(id) ? undefined : findPeriodGap(choice, id, explore);
      if (gap === undefined) choose(togglePeriod(choice, id, explore));
      else refuse({ sentences: [`${gap}。`], remedies: [] });
    },
    k: (id) => {
      const kind = findKind(id);
      if (kind === undefined) return;
      const next = withKind(choice, kind);
      const refusals = choice.indicators.length === 0 ? [] : listRefusals(next, explore);
      if (refusals.length === 0) choose(next);
      else refuse({ sentences: refusals, remedies: [] });
    },
  };
  choose(choice, asked.remarks);
  openChosen(root);
  findIndicators(root);
  return (act) => {
    if (act.do === 'choose') actions[act.option]?.(act.id);
    else void takeAway.take(act.what);
  };
}

/** 已画：技能人才总量。只画大家都有的2025年。 */
function wordAnswer({ choice, spec, refusals }: Answer, explore: Explore): string[] {
  // All of them stand in the place of the chart.
  if (!spec) return refusals.slice(0, 1);
  const drawn = drawnPeriods(choice, explore);
  const isShortened = choice.periods === undefined && drawn.length < allPeriods(choice, explore).length;
  const which = isMomentKind(choice.kind) ? '最近的' : '大家都有的';
  return [
    `已画：${spec.title}。`,
    ...(isShortened ? [`只画${which}${drawn.map(formatPartialDate).join('、')}。`] : []),
  ];
}
