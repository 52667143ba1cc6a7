import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const script = `
suppressPackageStartupMessages(library(lme4))
arguments <- commandArgs(TRUE)
names <- strsplit(arguments[2], ",")[[1]]
rows <- as.integer(arguments[3])
file <- file(arguments[1], "rb")
data <- as.data.frame(matrix(readBin(file, "double", rows * length(names), endian = "little"), rows))
close(file)
colnames(data) <- names
data$school <- factor(data$school)
formula <- as.formula(paste("points ~", paste(setdiff(names, c("points", "school")), collapse = " + "), "+ (1 | school)"))
seconds <- system.time(fit <- lmer(formula, data))[["elapsed"]]
out <- c(seconds, as.numeric(VarCorr(fit)$school), sigma(fit)^2, as.numeric(logLik(fit)), fixef(fit), sqrt(diag(as.matrix(vcov(fit)))))
writeLines(format(out, digits = 17), arguments[4])
`;

/** A fit by lme4, with the seconds that it took: reading the data is not among them. */
export interface Lme4Fit {
  readonly seconds: number;
  readonly schoolVariance: number;
  readonly residualVariance: number;
  readonly logLikelihood: number;
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
}

/** Whether R and lme4 are on this machine. */
export function hasLme4(): boolean {
  return spawnSync('Rscript', ['-e', 'library(lme4)']).status === 0;
}

/** Fits a random intercept by REML to columns of doubles that lie one after the other in a file. */
export async function fitLme4(file: string, columns: readonly string[], rows: number): Promise<Lme4Fit> {
  const answer = `${file}.answer`;
  await promisify(execFile)('Rscript', ['-e', script, file, columns.join(','), String(rows), answer]);
  const [seconds = 0, schoolVariance = 0, residualVariance = 0, logLikelihood = 0, ...rest] = (
    await readFile(answer, 'utf8')
  )
    .trim()
    .split(/\s+/)
    .map(Number);
  return {
    seconds,
    schoolVariance,
    residualVariance,
    logLikelihood,
    estimates: rest.slice(0, rest.length / 2),
    standardErrors: rest.slice(rest.length / 2),
  };
}
