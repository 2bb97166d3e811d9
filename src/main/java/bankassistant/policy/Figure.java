package bankassistant.policy;

import java.time.LocalDate;

/**
 * A regulatory value: what stands in the text, since when it was seen to hold, and where.
 *
 * @param value  as in the section's text, such as {@code $275}
 * @param asOf   the day for which the source states it
 * @param source such as {@code 12 CFR 229.10(c)(1)(vii)}
 */
public record Figure(String value, LocalDate asOf, String source) {}
