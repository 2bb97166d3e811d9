package bankassistant.privacy;

import java.net.Inet6Address;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** IP addresses, versions 4 and 6 (RFC 4291), and the MAC addresses of network cards. */
final class NetworkAddressRecognizer implements Recognizer {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Named V4 = new Named(
            List.of(Pattern
                    .compile("(?<![\\p{L}\\d.])(?<value>" + OCTET + "(?:\\." + OCTET + "){3})(?![\\p{L}\\d]|\\.\\d)")),
            Candidate.Kind.IP, _ -> true, value -> value);
    private static final Named V6 = new Named(
            List.of(Pattern
                    .compile("(?i)(?<![\\p{L}\\d:.])(?<value>(?=[0-9a-f:]{3,45})[0-9a-f]{0,4}:[0-9a-f:]{1,40}(?:\\."
                            + OCTET + "){0,3})(?![\\p{L}\\d:])")),
            Candidate.Kind.IP, NetworkAddressRecognizer::isV6, value -> value);
    private static final Named MAC = new Named(
            List.of(Pattern.compile("(?i)(?<![\\p{L}\\d:-])(?<value>[0-9a-f]{2}(?<separator>[:-])"
                    + "[0-9a-f]{2}(?:\\k<separator>[0-9a-f]{2}){4}|[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4})(?![\\p{L}\\d:-])")),
            Candidate.Kind.MAC, value -> !value.matches("[\\d.]+"), Named::plain);

    @Override
    public List<Candidate> find(String text) {
        return Stream.of(V4, V6, MAC).flatMap(form -> form.find(text).stream())
                .map(found -> new Candidate(found.start(), found.end(), found.kind(), found.normalized(),
                        Candidate.CHECKED))
                .toList();
    }

    private static boolean isV6(String value) {
        try {
            // "::" and "1::" are more likely typed for something else
            return value.chars().filter(c -> c != ':').count() >= 3 && Inet6Address.ofLiteral(value) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
