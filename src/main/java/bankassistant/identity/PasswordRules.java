package bankassistant.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a password has to be, after NIST SP 800-63B (3.1.1.2): long enough, of any characters, and not one that is tried first.
 * There are no rules about kinds of characters, and no password expires.
 */
final class PasswordRules {

    static final int LEAST = 12;
    static final int MOST = 128;

    /** So many characters must be left once common words are taken away. */
    private static final int LEAST_OF_OWN = 6;
    private static final int LEAST_DIFFERENT = 5;
    private static final int RUN = 4;
    private static final List<String> ROWS = List.of("01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz",
            "zyxwvutsrqponmlkjihgfedcba", "qwertyuiop", "poiuytrewq", "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "mnbvcxz",
            "qwertzuiop", "azertyuiop");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PasswordRules() {}

    /** @throws IdentityException with what is wrong, if it breaks a rule; never with the password */
    static void check(Password password, String userName) {
        if (password.length() < LEAST) {
            throw new IdentityException("A password has at least " + LEAST + " characters; a sentence serves well.");
        }
        if (password.length() > MOST) {
            throw new IdentityException("A password has at most " + MOST + " characters.");
        }
        // strings can't be wiped; this one lives as long as the check
        String plain = plain(password.view().toString());
        if (plain.codePoints().distinct().count() < LEAST_DIFFERENT || isRepeated(plain)) {
            throw new IdentityException("This password repeats few characters. Choose a longer sentence.");
        }
        Stream<String> context = Arrays.stream(NEITHER_LETTER_NOR_DIGIT.split(plain(userName)))
                .filter(part -> part.length() > 2);
        List<String> words = Stream.concat(common().stream(), context)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
        if (own(NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll(""), words) < LEAST_OF_OWN) {
            throw new IdentityException("This password is made of what is tried first: common passwords, rows of keys,"
                    + " the bank's name or yours. Choose another one.");
        }
    }

    /** Lower case, with digits and signs that stand for letters read as these. */
    private static String plain(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replace('@', 'a').replace('$', 's').replace('!', 'i')
                .replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's')
                .replace('7', 't');
    }

    private static boolean isRepeated(String text) {
        return text.length() > 1 && (text + text).indexOf(text, 1) < text.length();
    }

    /** How many characters are neither of a common word nor of a row of keys. */
    private static int own(String text, List<String> words) {
        String left = text;
        for (String word : words) {
            left = left.replace(word, " ");
        }
        for (String row : ROWS) {
            String plainRow = plain(row);
            for (int length = plainRow.length(); length >= RUN; length--) {
                for (int start = 0; start + length <= plainRow.length(); start++) {
                    left = left.replace(plainRow.substring(start, start + length), " ");
                }
            }
        }
        return (int) left.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static List<String> common() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(PasswordRules::plain)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
