# Writes the fixtures beside this file: cross products per lowest group of public data sets, and what lme4 says of the rows.
#   Rscript lme4.R <directory>
# Needs the R packages lme4, nlme and mlmRev (Debian: r-cran-lme4 r-cran-nlme r-cran-mlmrev).
suppressMessages({
  library(lme4)
  library(mlmRev)
})
directory <- commandArgs(trailingOnly = TRUE)[1]

number <- function(x) {
  short <- sprintf("%.15g", x)
  ifelse(is.na(x), "null", ifelse(as.numeric(short) == x, short, sprintf("%.17g", x)))
}
rounded <- function(x) sprintf("%.11g", x)
text <- function(x) paste0('"', x, '"')
list_of <- function(items) paste0("[", paste(items, collapse = ","), "]")
object <- function(...) {
  items <- c(...)
  paste0("{", paste(paste0(text(names(items)), ":", items), collapse = ","), "}")
}

# one entry for each lowest group: path, rows, sum of log weights, upper triangle of the cross products
statistics <- function(data, levels, columns, outcome, weights = rep(1, nrow(data))) {
  path <- do.call(paste, c(lapply(levels, function(level) as.character(data[[level]])), sep = "\r"))
  design <- cbind(1, as.matrix(data[, c(columns, outcome)]))
  groups <- split(seq_len(nrow(data)), factor(path, unique(path)))
  entries <- sapply(groups, function(rows) {
    products <- crossprod(design[rows, , drop = FALSE] * weights[rows], design[rows, , drop = FALSE])
    paste0(
      "[", list_of(text(strsplit(path[rows[1]], "\r")[[1]])), ",", length(rows), ",",
      number(sum(log(weights[rows]))), ",", list_of(number(t(products)[lower.tri(products, diag = TRUE)])), "]"
    )
  })
  object(
    levels = list_of(text(levels)), outcome = text(outcome), columns = list_of(text(c("intercept", columns))),
    groups = paste0("[\n", paste(entries, collapse = ",\n"), "\n]")
  )
}

tight <- lmerControl(
  optimizer = "bobyqa", optCtrl = list(rhobeg = 0.2, rhoend = 1e-12, maxfun = 20000),
  check.conv.grad = "ignore", check.conv.singular = "ignore", check.conv.hess = "ignore"
)

# `effects`: the grouping factor in lme4's words, by the name of the level here
fit <- function(formula, data, reml, random, fixed, effects, weights = NULL) {
  data$own_weights <- if (is.null(weights)) rep(1, nrow(data)) else weights
  first <- lmer(formula, data, REML = reml, weights = own_weights, control = tight)
  model <- lmer(formula, data, REML = reml, weights = own_weights, control = tight, start = getME(first, "theta"))
  predicted <- ranef(model, condVar = TRUE)
  per_level <- sapply(effects, function(factor) {
    values <- as.matrix(predicted[[factor]])
    variances <- attr(predicted[[factor]], "postVar")
    if (is.list(variances)) {
      count <- nrow(values)
      sds <- sapply(variances, function(part) sqrt(part[1, 1, ]))
    } else {
      sds <- t(apply(variances, 3, function(part) sqrt(diag(as.matrix(part)))))
      if (ncol(values) == 1) sds <- matrix(sds, ncol = 1)
    }
    object(
      columns = list_of(text(colnames(values))), names = list_of(text(rownames(values))),
      estimates = list_of(apply(values, 1, function(row) list_of(rounded(row)))),
      sds = list_of(apply(sds, 1, function(row) list_of(rounded(row))))
    )
  })
  covariances <- sapply(VarCorr(model), function(part) list_of(apply(as.matrix(part), 1, function(row) list_of(number(row)))))
  names(covariances) <- names(VarCorr(model))
  likelihood <- logLik(model)
  object(
    formula = text(deparse1(formula)), method = text(if (reml) "REML" else "ML"), random = random, fixed = fixed,
    expected = object(
      fixed = list_of(number(unname(fixef(model)))), standardErrors = list_of(number(unname(sqrt(diag(as.matrix(vcov(model))))))),
      covariances = object(covariances), residualVariance = number(sigma(model)^2),
      logLikelihood = number(as.numeric(likelihood)), parameters = attr(likelihood, "df"),
      aic = number(AIC(model)), bic = number(BIC(model)),
      singular = if (isSingular(model)) "true" else "false", effects = object(per_level)
    )
  )
}

save <- function(name, set, statistics, fits) {
  provenance <- object(
    program = text(paste0(R.version.string, ", lme4 ", packageVersion("lme4"))), set = text(set),
    call = text("lmer twice, bobyqa with rhobeg 0.2 and rhoend 1e-12, the second from the first's theta; see lme4.R")
  )
  writeLines(
    object(provenance = provenance, statistics = statistics, fits = paste0("[\n", paste(fits, collapse = ",\n"), "\n]")),
    file.path(directory, paste0(name, ".json"))
  )
}
both <- function(...) c(fit(..., reml = TRUE), fit(..., reml = FALSE))
one <- '{"columns":["intercept"]}'
slope <- function(...) paste0('{"columns":["intercept",', paste(text(c(...)), collapse = ","), "]}")

math <- as.data.frame(nlme::MathAchieve)
math$School <- as.character(math$School)
math$minority <- as.numeric(math$Minority == "Yes")
math$female <- as.numeric(math$Sex == "Female")
math$ses <- math$SES
math$meanses <- math$MEANSES
columns <- c("ses", "meanses", "minority", "female")
fixed4 <- list_of(text(c("intercept", columns)))
save(
  "math-achieve", paste("nlme", packageVersion("nlme"), "MathAchieve"),
  statistics(math, "School", columns, "MathAch"),
  c(
    both(MathAch ~ ses + meanses + minority + female + (1 | School), math, random = object(School = one), fixed = fixed4, effects = c(School = "School")),
    both(MathAch ~ ses + meanses + (ses | School), math, random = object(School = slope("ses")), fixed = list_of(text(c("intercept", "ses", "meanses"))), effects = c(School = "School")),
    fit(MathAch ~ ses + meanses + minority + female + (ses + minority | School), math, TRUE, random = object(School = slope("ses", "minority")), fixed = fixed4, effects = c(School = "School")),
    fit(MathAch ~ ses + meanses + minority + female + (ses + female | School), math, TRUE, random = object(School = slope("ses", "female")), fixed = fixed4, effects = c(School = "School"))
  )
)
weights <- 0.5 + (seq_len(nrow(math)) %% 5) / 2
save(
  "math-achieve-weighted", paste("nlme", packageVersion("nlme"), "MathAchieve, weight of row i: 0.5 + (i mod 5) / 2"),
  statistics(math, "School", c("ses", "meanses"), "MathAch", weights),
  c(
    both(MathAch ~ ses + meanses + (1 | School), math, random = object(School = one), fixed = list_of(text(c("intercept", "ses", "meanses"))), effects = c(School = "School"), weights = weights),
    fit(MathAch ~ ses + meanses + (ses | School), math, TRUE, random = object(School = slope("ses")), fixed = list_of(text(c("intercept", "ses", "meanses"))), effects = c(School = "School"), weights = weights)
  )
)

exam <- mlmRev::Exam
exam$mean <- ave(exam$standLRT, exam$school)
plain <- list_of(text(c("intercept", "standLRT")))
save(
  "exam", paste("mlmRev", packageVersion("mlmRev"), "Exam; mean: of standLRT per school"),
  statistics(exam, "school", "standLRT", "normexam"),
  c(
    both(normexam ~ standLRT + (1 | school), exam, random = object(school = one), fixed = plain, effects = c(school = "school")),
    both(normexam ~ standLRT + (standLRT | school), exam, random = object(school = slope("standLRT")), fixed = plain, effects = c(school = "school")),
    fit(normexam ~ standLRT + (standLRT || school), exam, TRUE, random = object(school = '{"columns":["intercept","standLRT"],"covariance":"independent"}'), fixed = plain, effects = c(school = "school")),
    fit(normexam ~ standLRT + mean + (1 | school), exam, FALSE, random = object(school = one), fixed = list_of(text(c("intercept", "standLRT", "mean"))), effects = c(school = "school"))
  )
)

chem <- mlmRev::Chem97[mlmRev::Chem97$lea %in% 1:60, ]
chem$lea <- as.character(chem$lea)
chem$school <- as.character(chem$school)
gcse <- list_of(text(c("intercept", "gcsescore")))
save(
  "chem97", paste("mlmRev", packageVersion("mlmRev"), "Chem97, authorities 1 to 60"),
  statistics(chem, c("lea", "school"), "gcsescore", "score"),
  c(
    both(score ~ gcsescore + (1 | lea / school), chem, random = object(lea = one, school = one), fixed = gcse, effects = c(lea = "lea", school = "school:lea")),
    fit(score ~ gcsescore + (1 | lea) + (gcsescore | school:lea), chem, TRUE, random = object(lea = one, school = slope("gcsescore")), fixed = gcse, effects = c(lea = "lea")),
    fit(score ~ gcsescore + (gcsescore | lea / school), chem, TRUE, random = object(lea = slope("gcsescore"), school = slope("gcsescore")), fixed = gcse, effects = c(lea = "lea"))
  )
)

oxide <- as.data.frame(nlme::Oxide)
oxide$Lot <- as.character(oxide$Lot)
oxide$Wafer <- as.character(oxide$Wafer)
oxide$source <- as.numeric(oxide$Source) - 1
save(
  "oxide", paste("nlme", packageVersion("nlme"), "Oxide"),
  statistics(oxide, c("Lot", "Wafer"), "source", "Thickness"),
  both(Thickness ~ source + (1 | Lot / Wafer), oxide, random = object(Lot = one, Wafer = one), fixed = list_of(text(c("intercept", "source"))), effects = c(Lot = "Lot", Wafer = "Wafer:Lot"))
)

single <- mlmRev::egsingle
single <- single[single$schoolid %in% levels(single$schoolid)[1:25], ]
single$schoolid <- as.character(single$schoolid)
# short names for children keep the file small
single$child <- as.integer(factor(single$childid))
years <- list_of(text(c("intercept", "year")))
save(
  "egsingle", paste("mlmRev", packageVersion("mlmRev"), "egsingle, the first 25 schools"),
  statistics(single, c("schoolid", "child"), "year", "math"),
  both(math ~ year + (year | schoolid / child), single, random = object(schoolid = slope("year"), child = slope("year")), fixed = years, effects = c(schoolid = "schoolid"))
)

dyestuff <- lme4::Dyestuff2
save(
  "dyestuff2", paste("lme4", packageVersion("lme4"), "Dyestuff2 (Box and Tiao 1973)"),
  statistics(dyestuff, "Batch", character(0), "Yield"),
  both(Yield ~ 1 + (1 | Batch), dyestuff, random = object(Batch = one), fixed = list_of(text("intercept")), effects = c(Batch = "Batch"))
)
