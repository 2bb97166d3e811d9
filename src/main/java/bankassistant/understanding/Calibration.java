package bankassistant.understanding;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What makes logits into probabilities, and probabilities into decisions. Chosen by cross-validation and kept beside the
 * heads as {@code calibration.json}, with these names in snake case.
 *
 * <p>Temperatures: Guo et al., "On Calibration of Modern Neural Networks", 2017.
 *
 * @param intentTemperature the intent head's logits are divided by it; above 0
 * @param scopeTemperature  the same of the scope head
 * @param inScope           least probability of banking (clear or vague) with which a message is answered
 * @param smallTalk         least probability of small talk with which a message is replied to as such
 * @param vague             least share of the vague in that probability of banking with which one asks back
 * @param partInScope       the same as {@code inScope} for one part of a message to count alone: stricter, since it lacks
 *                          what stands around it
 * @param partOutOfScope    least probability of being out of scope with which one part of a message is declined
 * @param answered          least probability that one section of the policies answers with which a message is answered
 *                          although it is less surely banking than {@code inScope}
 * @param inScopeAnswered   least probability of banking that such a message still needs
 * @param pieceAnswered     least probability that one section answers with which one piece of a message, cut anywhere, counts
 *                          as a banking question beside what is declined
 */
public record Calibration(double intentTemperature, double scopeTemperature, double inScope, double smallTalk,
        double vague, double partInScope, double partOutOfScope, double answered, double inScopeAnswered,
        double pieceAnswered) {

    public Calibration {
        temperature("intent_temperature", intentTemperature);
        temperature("scope_temperature", scopeTemperature);
        probability("in_scope", inScope);
        probability("small_talk", smallTalk);
        probability("vague", vague);
        probability("part_in_scope", partInScope);
        probability("part_out_of_scope", partOutOfScope);
        probability("answered", answered);
        probability("in_scope_answered", inScopeAnswered);
        probability("piece_answered", pieceAnswered);
    }

    /**
     * Reads a calibration.
     *
     * @throws ModelFileException if the file does not hold exactly these fields in their ranges
     */
    public static Calibration read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            return mapper.readValue(Files.readAllBytes(file), Calibration.class);
        } catch (JacksonException e) {
            throw new ModelFileException(file, "", "not a calibration: " + e.getOriginalMessage(), e);
        }
    }

    private static void temperature(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value);
        }
    }

    private static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, not " + value);
        }
    }
}
