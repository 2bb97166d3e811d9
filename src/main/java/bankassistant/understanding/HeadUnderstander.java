package bankassistant.understanding;

import bankassistant.model.MessageHeads;
import bankassistant.privacy.MaskedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Understands messages by heads that score them. What the heads score is the message in plain letters and without
 * placeholders: as a whole and, if it has several, each of its parts, all together in one go. Only a message that is not
 * surely banking is looked at once more in its smallest pieces: a banking question may stand in it beside something else.
 */
public final class HeadUnderstander implements Understander {

    /** Messages that are scored together where there are many. */
    private static final int TOGETHER = 64;

    private final MessageHeads heads;
    private final Calibration calibration;
    private final IntentCatalog catalog;
    private final VagueMeanings meanings;
    private final Answerability answerability;
    private final SmallTalk smallTalk = new SmallTalk();

    /**
     * @param heads    stay the caller's to close
     * @param meanings of vague messages; where none is near, the likeliest intents' questions are offered
     * @param answerability by what else the heads say
     */
    public HeadUnderstander(MessageHeads heads, Calibration calibration, IntentCatalog catalog, VagueMeanings meanings,
            Answerability answerability) {
        this.answerability = answerability;
        this.meanings = meanings;
        this.heads = heads;
        this.calibration = calibration;
        this.catalog = catalog;
    }

    /** The intents that are told apart. */
    public IntentCatalog catalog() {
        return catalog;
    }

    @Override
    public Understanding understand(MaskedText message) {
        return assess(List.of(message)).getFirst().verdict();
    }

    /** Each of the messages, in order; they have nothing to do with each other. */
    public List<Assessment> assess(List<MaskedText> messages) {
        List<Assessment> all = new ArrayList<>();
        for (int i = 0; i < messages.size(); i += TOGETHER) {
            all.addAll(assessTogether(messages.subList(i, Math.min(messages.size(), i + TOGETHER))));
        }
        return all;
    }

    /**
     * The calibrated probability of each intent, in the order of the catalog, for each message as a whole, whether a bank
     * is asked or not.
     */
    public List<double[]> intentProbabilities(List<MaskedText> messages) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < messages.size(); i += TOGETHER) {
            List<String> texts = messages.subList(i, Math.min(messages.size(), i + TOGETHER)).stream()
                    .map(message -> Reading.scored(PlainText.of(message.value()))).toList();
            score(texts).forEach(probabilities -> all.add(probabilities.intents()));
        }
        return all;
    }

    private List<Assessment> assessTogether(List<MaskedText> messages) {
        List<Reading> readings = messages.stream().map(message -> Reading.of(message.value())).toList();
        List<List<Probabilities>> scores = scoreEach(readings);
        List<Assessment> assessments = new ArrayList<>();
        List<Reading> closer = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            Assessment assessment = assess(reading, scores.get(i));
            assessments.add(assessment);
            closer.add(isDoubtful(reading, scores.get(i), assessment) ? reading.closer() : reading);
        }
        lookCloser(readings, closer, assessments);
        return assessments;
    }

    private boolean isDoubtful(Reading reading, List<Probabilities> scores, Assessment assessment) {
        return !scores.isEmpty() && setPhrase(reading).isEmpty()
                && judgement(reading, scores).isDoubtful(assessment.verdict());
    }

    /** Replaces the verdicts on messages of which there is a closer reading, where that tells more. */
    private void lookCloser(List<Reading> readings, List<Reading> closer, List<Assessment> assessments) {
        List<Integer> doubtful = IntStream.range(0, readings.size())
                .filter(i -> closer.get(i) != readings.get(i)).boxed().toList();
        List<List<Probabilities>> scores = scoreEach(doubtful.stream().map(closer::get).toList());
        for (int i = 0; i < doubtful.size(); i++) {
            int message = doubtful.get(i);
            judgement(closer.get(message), scores.get(i)).passedOnPieces().ifPresent(verdict -> assessments.set(message,
                    new Assessment(verdict, assessments.get(message).banking())));
        }
    }

    private Assessment assess(Reading reading, List<Probabilities> scores) {
        if (scores.isEmpty()) {
            return new Assessment(new Understanding.OutOfScope(), 0);
        }
        Understanding verdict = setPhrase(reading).<Understanding>map(Understanding.SmallTalk::new)
                .orElseGet(() -> judgement(reading, scores).passed());
        return new Assessment(verdict, scores.getFirst().banking());
    }

    private Judgement judgement(Reading reading, List<Probabilities> scores) {
        return new Judgement(reading, scores, calibration, catalog, smallTalk, meanings);
    }

    /** The reply to a message that is nothing but set phrases: to the last one, since a greeting comes first. */
    private Optional<String> setPhrase(Reading reading) {
        if (reading.forbidden()) {
            return Optional.empty();
        }
        List<Optional<String>> replies = reading.parts().stream().map(part -> smallTalk.replyTo(part.text())).toList();
        return smallTalk.replyTo(PlainText.of(reading.message()))
                .or(() -> replies.stream().allMatch(Optional::isPresent) ? replies.getLast() : Optional.empty());
    }

    /** The probabilities of each reading's texts, all scored in one go. */
    private List<List<Probabilities>> scoreEach(List<Reading> readings) {
        List<Probabilities> scores = score(readings.stream().flatMap(reading -> reading.texts().stream()).toList());
        List<List<Probabilities>> each = new ArrayList<>();
        int next = 0;
        for (Reading reading : readings) {
            int end = next + reading.texts().size();
            each.add(scores.subList(next, end));
            next = end;
        }
        return each;
    }

    private List<Probabilities> score(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<Map<String, float[]>> logits = heads.score(texts);
        if (logits.size() != texts.size()) {
            throw new IllegalStateException("the heads scored " + logits.size() + " of " + texts.size() + " texts");
        }
        return logits.stream().map(this::probabilities).toList();
    }

    private Probabilities probabilities(Map<String, float[]> logits) {
        return new Probabilities(
                Probabilities.softmax(logits.get(MessageHeads.INTENT), catalog.size(), calibration.intentTemperature()),
                Probabilities.softmax(logits.get(MessageHeads.SCOPE), ScopeClass.values().length,
                        calibration.scopeTemperature()),
                answerability.of(logits));
    }
}
