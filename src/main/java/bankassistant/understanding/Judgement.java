package bankassistant.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides what a message is taken for, by the probabilities of its whole and of its parts. */
final class Judgement {

    /** Intents that are kept. */
    private static final int LIKELIEST = 3;
    /** A third meaning is offered if it is at least so likely. */
    private static final double WORTH_OFFERING = 0.02;
    /** Parts of a long text that are answered. */
    private static final int MOST_ANSWERED = 3;

    private final Reading reading;
    private final Calibration calibration;
    private final IntentCatalog catalog;
    private final SmallTalk smallTalk;
    private final VagueMeanings meanings;
    private final Probabilities whole;
    private final List<ScoredPart> parts;

    private record ScoredPart(Part part, Probabilities scores) {}

    /** @param scores of {@link Reading#texts()}, at least one */
    Judgement(Reading reading, List<Probabilities> scores, Calibration calibration, IntentCatalog catalog,
            SmallTalk smallTalk, VagueMeanings meanings) {
        this.meanings = meanings;
        this.reading = reading;
        this.calibration = calibration;
        this.catalog = catalog;
        this.smallTalk = smallTalk;
        whole = scores.getFirst();
        parts = IntStream.range(0, reading.parts().size())
                .mapToObj(i -> new ScoredPart(reading.parts().get(i), scores.size() == 1 ? whole : scores.get(i + 1)))
                .toList();
    }

    Understanding passed() {
        boolean declines = reading.forbidden() || parts.size() > 1 && parts.stream().anyMatch(this::isDeclined);
        return declines ? withoutDeclined() : ofWhole();
    }

    /** Whether a closer look may find a banking part, or one that is to be declined. */
    boolean isDoubtful(Understanding verdict) {
        return !(verdict instanceof Understanding.Mixed) && whole.banking() < calibration.partInScope();
    }

    /**
     * What the smallest pieces say: that some are surely banking and others surely not. Anything less says nothing, since
     * pieces are cut anywhere; nor does one that has the sound of banking and asks nothing that the policies know of, such as
     * "for my credit file".
     */
    Optional<Understanding> passedOnPieces() {
        List<ScoredPart> kept = parts.stream()
                .filter(part -> part.scores().of(ScopeClass.OUT) < calibration.partOutOfScope()).toList();
        return kept.size() < parts.size() && kept.stream().anyMatch(this::isSurelyAsked)
                ? Optional.of(new Understanding.Mixed(joined(kept), intents(kept)))
                : Optional.empty();
    }

    /** What is left when parts are declined. */
    private Understanding withoutDeclined() {
        List<ScoredPart> kept = parts.stream().filter(part -> !isDeclined(part) && !isSetPhrase(part)).toList();
        if (kept.stream().anyMatch(this::isSurelyBanking)) {
            List<ScoredPart> answered = reading.isLong() ? answeredOfLong() : kept;
            return new Understanding.Mixed(joined(answered), intents(answered));
        }
        // an order may look like one only because it was cut from the rest
        boolean answersAsWhole = !reading.forbidden() && !reading.isLong() && isBanking();
        return answersAsWhole ? inScope() : new Understanding.OutOfScope();
    }

    private Understanding ofWhole() {
        if (parts.size() > 1 && parts.stream().anyMatch(this::isSurelyBanking)) {
            List<ScoredPart> answered = answeredOfLong();
            return isBanking() && !reading.isLong()
                    ? inScope()
                    : new Understanding.InScope(joined(answered), intents(answered));
        }
        if (whole.of(ScopeClass.SMALL_TALK) >= calibration.smallTalk()) {
            return new Understanding.SmallTalk(smallTalk.replyToAny(reading.message()));
        }
        if (!isBanking() || reading.isLong()) {
            return new Understanding.OutOfScope();
        }
        return whole.vagueness() >= calibration.vague() ? vague() : inScope();
    }

    private Understanding inScope() {
        return new Understanding.InScope(reading.message(), whole.likeliest(LIKELIEST, catalog));
    }

    private Understanding vague() {
        List<IntentScore> likeliest = whole.likeliest(LIKELIEST, catalog);
        return new Understanding.Vague(smallTalk.vague(),
                meanings.of(reading.message()).orElseGet(() -> questions(likeliest)), likeliest);
    }

    private static List<String> questions(List<IntentScore> likeliest) {
        return IntStream.range(0, likeliest.size())
                .filter(i -> i < LIKELIEST - 1 || likeliest.get(i).confidence() >= WORTH_OFFERING)
                .mapToObj(i -> likeliest.get(i).intent().question()).toList();
    }

    /** By itself, or since the policies have the answer and it does not seem to be about something else altogether. */
    private boolean isBanking() {
        return whole.banking() >= calibration.inScope()
                || whole.answered() >= calibration.answered() && whole.banking() >= calibration.inScopeAnswered();
    }

    private boolean isSurelyBanking(ScoredPart part) {
        return part.scores().banking() >= calibration.partInScope()
                && part.scores().vagueness() < calibration.vague();
    }

    private boolean isSurelyAsked(ScoredPart piece) {
        return isSurelyBanking(piece) && piece.scores().answered() >= calibration.pieceAnswered();
    }

    /** An order or a question that has nothing to do with banking; a mere statement needs no answer. */
    private boolean isDeclined(ScoredPart part) {
        return part.scores().of(ScopeClass.OUT) >= calibration.partOutOfScope() && part.part().asksOnItsOwn()
                && !isSetPhrase(part);
    }

    private boolean isSetPhrase(ScoredPart part) {
        return smallTalk.replyTo(part.part().text()).isPresent();
    }

    /** What asks among the parts that are surely banking; if none asks, the surest. */
    private List<ScoredPart> answeredOfLong() {
        List<ScoredPart> sure = parts.stream().filter(this::isSurelyBanking).toList();
        List<ScoredPart> asking = sure.stream().filter(part -> part.part().asks()).limit(MOST_ANSWERED).toList();
        return asking.isEmpty() ? List.of(surest(sure)) : asking;
    }

    private List<IntentScore> intents(List<ScoredPart> answered) {
        return surest(answered).scores().likeliest(LIKELIEST, catalog);
    }

    private static ScoredPart surest(List<ScoredPart> some) {
        return some.stream().max(Comparator.comparingDouble(part -> part.scores().banking())).orElseThrow();
    }

    private static String joined(List<ScoredPart> some) {
        return some.stream().map(part -> part.part().text()).collect(Collectors.joining(" "));
    }
}
