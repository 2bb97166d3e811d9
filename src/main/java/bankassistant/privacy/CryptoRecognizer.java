package bankassistant.privacy;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Addresses and keys of crypto currencies: Base58Check (Bitcoin, Litecoin, Dogecoin, Tron; Ripple with its own alphabet),
 * Bech32 and Bech32m (BIP 173, BIP 350), each with its checksum; Ethereum by its form.
 */
final class CryptoRecognizer implements Recognizer {

    private static final String BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int BECH32M = 0x2bc830a3;
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private static final Pattern BASE58 = Pattern
            .compile("(?<![\\p{L}\\d])(?<value>[1-9A-HJ-NP-Za-km-z]{25,52})(?![\\p{L}\\d])");
    private static final Pattern SEGWIT = Pattern
            .compile("(?i)(?<![\\p{L}\\d])(?<value>(?:bc|tb|ltc)1[02-9ac-hj-np-z]{8,87})(?![\\p{L}\\d])");
    private static final Pattern ETHEREUM = Pattern
            .compile("(?<![\\p{L}\\d])(?<value>0x[0-9a-fA-F]{40})(?![\\p{L}\\d])");

    @Override
    public List<Candidate> find(String text) {
        return Stream.of(
                new Named(List.of(BASE58), Candidate.Kind.CRYPTO,
                        value -> isBase58Check(value, BITCOIN) || isBase58Check(value, RIPPLE), value -> value),
                new Named(List.of(SEGWIT), Candidate.Kind.CRYPTO, CryptoRecognizer::isBech32,
                        value -> value.toLowerCase(Locale.ROOT)),
                new Named(List.of(ETHEREUM), Candidate.Kind.CRYPTO, _ -> true, value -> value.toLowerCase(Locale.ROOT)))
                .flatMap(form -> form.find(text).stream())
                .map(found -> new Candidate(found.start(), found.end(), found.kind(), found.normalized(),
                        Candidate.CHECKED))
                .toList();
    }

    static boolean isBase58Check(String value, String alphabet) {
        BigInteger number = BigInteger.ZERO;
        for (char c : value.toCharArray()) {
            int digit = alphabet.indexOf(c);
            if (digit < 0) {
                return false;
            }
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
        }
        int zeros = 0;
        while (zeros < value.length() && value.charAt(zeros) == alphabet.charAt(0)) {
            zeros++;
        }
        byte[] plain = number.toByteArray();
        int sign = plain[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + plain.length - sign];
        System.arraycopy(plain, sign, bytes, zeros, plain.length - sign);
        if (bytes.length < 21) {
            return false;
        }
        int body = bytes.length - 4;
        byte[] sum = sha256(sha256(Arrays.copyOf(bytes, body)));
        return Arrays.equals(bytes, body, bytes.length, sum, 0, 4);
    }

    static boolean isBech32(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (!value.equals(lower) && !value.equals(value.toUpperCase(Locale.ROOT))) {
            return false;
        }
        int separator = lower.lastIndexOf('1');
        int sum = 1;
        for (int i = 0; i < separator; i++) {
            sum = polymod(sum, lower.charAt(i) >> 5);
        }
        sum = polymod(sum, 0);
        for (int i = 0; i < separator; i++) {
            sum = polymod(sum, lower.charAt(i) & 31);
        }
        for (int i = separator + 1; i < lower.length(); i++) {
            sum = polymod(sum, BECH32.indexOf(lower.charAt(i)));
        }
        return sum == 1 || sum == BECH32M;
    }

    private static int polymod(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
