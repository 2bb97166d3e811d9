package bankassistant.model;

/**
 * Identifies the weights that answered.
 *
 * @param name       a name for people, as in the file's metadata
 * @param baseSha256 SHA-256 of the base weights, lower-case hexadecimal
 * @param adapterSha256 SHA-256 of the merged adapter's weights, or an empty string without one
 * @param precision  the arithmetic of the linear layers, such as {@code int8} or {@code fp32}
 * @param device     {@code cpu} or the accelerator's name
 */
public record ModelInfo(String name, String baseSha256, String adapterSha256, String precision, String device) {}
