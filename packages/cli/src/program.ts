import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from './command.ts';
import { exitCode, exitCodeOf } from './output/exit-code.ts';
import { explainError } from './output/explain-error.ts';
import { version } from './version.ts';

const collect = (value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value];
const audienceOption = (description: string) =>
  new Option('--audience <name>', description).choices(['own', 'group', 'public']);

/** Runs the command line and returns the exit code. */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  let code: number = exitCode.ok;
  // A command is loaded when it is called, so that `collegial --help` need not wait for a database.
  const action =
    <Values extends unknown[]>(
      load: () => Promise<(...values: [...Values, CommandContext]) => Promise<number>>,
    ) =>
    async (...values: [...Values, Command]) => {
      const command = await load();
      code = await command(...(values.slice(0, -1) as Values), context);
    };
  try {
    await build(action).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    if (context.signal.aborted) {
      context.terminal.say('Stopped. What was written is kept; the next run goes on from there.');
      return exitCode.stopped;
    }
    explainError(error, context.terminal, context.environment.COLLEGIAL_DEBUG !== undefined);
    return exitCodeOf(error);
  }

  function build(run: typeof action): Command {
    const program = new Command('collegial')
      .description(
        'Measure what league tables hide: how schools work together, what each contributes, and whether every student gains.',
      )
      .version(version, '-V, --version')
      .showHelpAfterError('(collegial --help lists the commands)')
      .configureOutput({
        writeOut: (text) => context.terminal.data(text.trimEnd()),
        writeErr: (text) => context.terminal.say(text.trimEnd()),
      })
      .exitOverride();
    const command = (name: string, description: string) =>
      program.command(name).description(description).exitOverride().option('--json', 'print JSON to stdout');
    const withStore = (name: string, description: string) =>
      command(name, description)
        .option('--config <file>', 'configuration (default: collegial.config.ts here)')
        .option('--store <file>', 'store file, instead of the one in the configuration');

    command('init [directory]', 'write a configuration to start from')
      .addOption(
        new Option('--connector <name>', 'what to read')
          .choices(['wonde', 'dfe', 'activities'])
          .default('wonde'),
      )
      .action(run(async () => (await import('./commands/init.ts')).initCommand));
    withStore('sync', 'read every source into the store; resumes where the last run stopped')
      .option('--source <name>', 'only this source (may be repeated)', collect)
      .option('--stream <name>', 'only this stream (may be repeated)', collect)
      .option('--full', 'read everything from the beginning')
      .action(run(async () => (await import('./commands/sync.ts')).syncCommand));
    withStore('evaluate', 'exact figures from the store, for the controller')
      .option('--indicator <id>', 'indicator of the catalogue (may be repeated)', collect)
      .option(
        '--scope <kind:id>',
        'whose figures, for example group:A, school:urn:100001 or trust:* (may be repeated)',
        collect,
      )
      .option('--period <year>', 'academic year such as 2023/24 (may be repeated; default: all)', collect)
      .option(
        '--by <characteristic>',
        'break down, for example by sex or disadvantaged (may be repeated)',
        collect,
      )
      .action(run(async () => (await import('./commands/evaluate.ts')).evaluateCommand));
    withStore('publish', 'evaluate, protect and write an edition')
      .option('--to <directory>', 'where editions are written')
      .addOption(audienceOption('only this audience (may be repeated)').argParser(audience))
      .option(
        '--scope <kind:id>',
        'only this scope, for example group:A or trust:* (may be repeated)',
        collect,
      )
      .option('--period <year>', 'only this academic year (may be repeated; default: all with data)', collect)
      .option(
        '--by <characteristic>',
        'break down where an indicator allows, for example by sex (may be repeated)',
        collect,
      )
      .action(run(async () => (await import('./commands/publish.ts')).publishCommand));
    command('report', 'write one self-contained HTML page over an edition')
      .option('--config <file>', 'configuration that names the release (default: collegial.config.ts here)')
      .option('--release <directory>', 'directory of the editions, instead of the one in the configuration')
      .addOption(audienceOption('for whom (default: group, else public)'))
      .option(
        '--scope <kind:id>',
        'only this scope, for example group:A or trust:* (may be repeated)',
        collect,
      )
      .option('--out <file>', 'file to write', 'report.html')
      .action(run(async () => (await import('./commands/report.ts')).reportCommand));
    command('catalogue', 'list every indicator with its sources and cautions')
      .option('--markdown', 'print Markdown')
      .action(run(async () => (await import('./commands/catalogue.ts')).catalogueCommand));
    command('model <data>', 'fit a multilevel model to a CSV file: students in schools, schools in areas')
      .option('--outcome <column>', 'what is to be explained')
      .option(
        '--fixed <terms>',
        'what explains it: columns, and a:b, a^2, mean(a), with commas between (may be repeated)',
        collect,
      )
      .option('--group <columns>', 'the school of a row; nested levels as authority/school, outer first')
      .option(
        '--slope <terms>',
        'whose effects differ from group to group; at another level than the lowest a@authority (may be repeated)',
        collect,
      )
      .option('--weights <column>', 'precision weights above 0')
      .option(
        '--category <columns>',
        'numbers that are codes, with commas between (may be repeated)',
        collect,
      )
      .option(
        '--reference <column=value>',
        'what the others of a category are compared with (may be repeated)',
        collect,
      )
      .option('--ml', 'maximum likelihood instead of REML, to compare models of different fixed effects')
      .option('--picture <file>', 'also draw the effects of the groups with their intervals, as .svg')
      .action(run(async () => (await import('./commands/model.ts')).modelCommand));
    command('network <ties>', 'measure a network of schools from a CSV file of ties: from, to, weight')
      .option(
        '--nodes <file>',
        'CSV file of nodes: id, group; adds nodes without ties, and measures by group',
      )
      .option('--exact', 'search paths from every node, however many there are')
      .option(
        '--pivots <count>',
        'nodes in the sample from which large networks are searched (default: 1000)',
      )
      .option('--seed <number>', 'seed of that sample and of the search for communities (default: 1)')
      .action(run(async () => (await import('./commands/network.ts')).networkCommand));
    command(
      'segregation <counts>',
      'measure how unevenly students are spread, from a CSV file of counts by school',
    )
      .option(
        '--group <column>',
        'column that counts a group (may be repeated; default: all that are left)',
        collect,
      )
      .option('--total <column>', 'column of all students (default: total, students, pupils, nor …)')
      .option('--area <column>', 'column of areas (default: area, authority, la …)')
      .option('--school <column>', 'column of schools (default: school, urn, id …)')
      .option('--only <column=value>', 'only the rows that hold this value (may be repeated)', collect)
      .option('--draws <count>', 'how often students are placed at random (default: 1000)')
      .option('--seed <number>', 'seed of those draws: the same seed gives the same figures (default: 1)')
      .option('--picture <file>', 'also draw the areas, or the segregation curve, as .svg')
      .action(run(async () => (await import('./commands/segregation.ts')).segregationCommand));
    command('groups <schools>', 'propose balanced groups for the schools of a CSV file')
      .option('--size <from-to>', 'schools in a group (default: 4-6)')
      .option('--max-distance <km>', 'farthest that two schools of a group may be apart, in a straight line')
      .option(
        '--keep <ids>',
        'these schools together, A,B,C (may be repeated); `groups`: all that are in one group already',
        collect,
      )
      .option('--apart <ids>', 'no two of these schools together (may be repeated)', collect)
      .option(
        '--weight <name=number>',
        'how much alike, mixed, complement, distance or ties counts (may be repeated)',
        collect,
      )
      .option('--alternatives <count>', 'how many proposals (default: 3)')
      .option('--seed <number>', 'seed of the search: the same seed gives the same proposals (default: 1)')
      .option('--effort <factor>', 'search so many times as long (default: 1)')
      .option('--picture <file>', 'also draw the proposals, as .svg or .html')
      .action(run(async () => (await import('./commands/groups.ts')).groupsCommand));
    command('partners <schools>', 'propose partners for one school of a CSV file')
      .option('--school <id>', 'the school for which partners are wanted')
      .option('--max-distance <km>', 'farthest that a partner may be, in a straight line')
      .option(
        '--weight <name=number>',
        'how much gives, gains, similar, near, tied or broad counts (may be repeated)',
        collect,
      )
      .option('--most <count>', 'how many partners (default: 8)')
      .option('--team <count>', 'partners in a team (default: 3)')
      .action(run(async () => (await import('./commands/partners.ts')).partnersCommand));
    withStore('doctor', 'look at Node, the configuration, the key and the store')
      .option('--sources', 'also ask every stream of every source for its first page')
      .action(run(async () => (await import('./commands/doctor.ts')).doctorCommand));
    return program;
  }
}

function audience(value: string, previous: readonly string[] | undefined): readonly string[] {
  if (!['own', 'group', 'public'].includes(value))
    throw new InvalidArgumentError('Choose own, group or public.');
  return collect(value, previous);
}
