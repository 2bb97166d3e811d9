package bankassistant.chat;

import bankassistant.answering.Verdict;
import bankassistant.answering.Writing;
import bankassistant.privacy.MaskedText;
import java.util.Locale;
import java.util.Optional;

/** What goes into every answer's details. */
record Report(String id, MaskedText masked, Optional<Details.Meaning> meaning, StageClock clock) {

    /** Of an answer for which nothing was written. */
    Details details() {
        return details(Optional.empty(), Optional.empty());
    }

    Details details(Optional<Writing> writing, Optional<Verdict> verdict) {
        return new Details(id, masked, meaning, Chat.MODEL_NAME,
                verdict.map(Report::checks).orElse(Details.Checks.NOTHING_WRITTEN),
                clock.timings(writing.map(Writing::firstTokenMillis).orElse(0.0)),
                writing.map(Writing::promptTokens).orElse(0), writing.map(Writing::answerTokens).orElse(0));
    }

    private static Details.Checks checks(Verdict verdict) {
        return new Details.Checks(!verdict.faults().contains(Verdict.Fault.EMPTY), verdict.figuresCarried(),
                verdict.figuresInvented(),
                verdict.faults().stream().map(fault -> fault.name().toLowerCase(Locale.ROOT)).toList());
    }
}
