package bankassistant.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Base64 (RFC 4648, both alphabets) of a text in which other recognisers find something. Hidden as what is found first. */
final class EncodedRecognizer implements Recognizer {

    /** Nine bytes at least: no number of interest is shorter. Longer ones than this are files. */
    private static final Pattern ENCODED = Pattern
            .compile("(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{12,4000}={0,2}(?![A-Za-z0-9+/_=-])");

    private final List<Recognizer> recognizers;

    EncodedRecognizer(List<Recognizer> recognizers) {
        this.recognizers = List.copyOf(recognizers);
    }

    @Override
    public List<Candidate> find(String text) {
        return ENCODED.matcher(text).results().flatMap(match -> hidden(match).stream()).toList();
    }

    private Optional<Candidate> hidden(MatchResult match) {
        return decoded(match.group()).map(typed -> ReadableText.of(typed).text())
                // nothing of interest has neither
                .filter(decoded -> decoded.chars().anyMatch(c -> c >= '0' && c <= '9' || c == '@'))
                .flatMap(decoded -> recognizers.stream().flatMap(recognizer -> recognizer.find(decoded).stream())
                        .max(Comparator.comparingInt(Candidate::priority)))
                .map(inside -> new Candidate(match.start(), match.end(), inside.kind(), inside.normalized(),
                        inside.priority()));
    }

    private static Optional<String> decoded(String encoded) {
        String plain = encoded.replace('-', '+').replace('_', '/').replace("=", "");
        return plain.length() % 4 == 1 ? Optional.empty() : text(Base64.getDecoder().decode(plain));
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Stream.of(text).filter(decoded -> decoded.chars()
                    .allMatch(c -> !Character.isISOControl(c) || Character.isWhitespace(c))).findAny();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
