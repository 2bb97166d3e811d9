package bankassistant.retrieval;

import bankassistant.model.ModelFileException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a head's opinion and the nearness of vectors decide together. Chosen on questions that the head was not trained on and kept
 * beside the head as {@code calibration.json}, with these names in snake case.
 *
 * @param temperature of the head's logits, above 0
 * @param head        what a section's probability counts in the ranking, beside its nearness
 * @param bias        of the log-odds that something answers, a logistic regression
 * @param nearness    its weight for the nearness of the best section
 * @param certainty   its weight for the log of that section's probability
 * @param none        its weight for the log of the probability that nothing answers
 * @param answerable  least probability that something answers with which evidence is given
 * @param cosine      what a sentence's cosine counts beside its share of the section's probability
 * @param margin      how much less a further sentence of the section may have than the best
 */
public record EvidenceCalibration(double temperature, double head, double bias, double nearness, double certainty,
        double none, double answerable, double cosine, double margin) {

    public EvidenceCalibration {
        if (!(temperature > 0) || !(head >= 0) || !(answerable >= 0 && answerable <= 1) || !(margin >= 0)
                || !Double.isFinite(bias + nearness + certainty + none + cosine)) {
            throw new IllegalArgumentException("temperature is above 0, head and margin are not below, answerable is a"
                    + " probability, and all are finite");
        }
    }

    /**
     * Reads a calibration.
     *
     * @throws ModelFileException if the file does not hold exactly these fields in their ranges
     */
    public static EvidenceCalibration read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            return mapper.readValue(Files.readAllBytes(file), EvidenceCalibration.class);
        } catch (JacksonException e) {
            throw new ModelFileException(file, "", "not a calibration: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The probability that something answers.
     *
     * @param near    the best section's nearness
     * @param section its probability
     * @param nothing the probability that nothing answers
     */
    double answers(double near, double section, double nothing) {
        double odds = bias + nearness * near + certainty * log(section) + none * log(nothing);
        return 1 / (1 + Math.exp(-odds));
    }

    private static double log(double probability) {
        return Math.log(Math.max(probability, 1e-6));
    }
}
