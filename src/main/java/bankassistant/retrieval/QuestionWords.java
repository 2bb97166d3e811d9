package bankassistant.retrieval;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a hasty question out: counter shorthand in full, and a slip of the keyboard as the policies spell the word.
 * For search only; what people see keeps their own words.
 */
final class QuestionWords {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z/']*");
    private static final Pattern LETTERS = Pattern.compile("[a-z]{4,}");

    private static final Map<String, String> SHORTHAND = shorthand("""
            cust customer, custs customers, acct account, accts accounts, acc account, a/c account, od overdraft
            o/d overdraft, cc credit card, chk check, chks checks, cheque check, cheques checks, w/d withdrawal
            wd withdrawal, intl international, dom domestic, xfer transfer, xfers transfers, txn transaction
            txns transactions, trx transaction, dep deposit, w/o without, w/ with, amt amount, min minimum, max maximum
            stmt statement, bal balance, pmt payment, pymt payment, sav savings, mtg mortgage, addr address
            biz business, ppl people, thru through, asap soon, bc because, cuz because, ur your, u you, pls please
            info information, docs documents, jt joint, fx foreign exchange, nicked stolen, quid dollars, cashpoint atm
            auth authorization, req required, bene beneficiary, mo month, yr year, hrs hours, avail available
            prov provisional, dont don't, didnt didn't, hasnt hasn't, isnt isn't, cant can't, wont won't
            doesnt doesn't, havent haven't, wasnt wasn't, couldnt couldn't, whats what's, thats that's, wheres where's
            someones someone's, hows how's, im I'm, ive I've
            """);

    private final Vocabulary vocabulary;
    private final Predicate<String> known;

    /** @param known words, in lower case, that are taken as they are although the policies don't have them */
    QuestionWords(Vocabulary vocabulary, Predicate<String> known) {
        this.vocabulary = vocabulary;
        this.known = known;
    }

    private static Map<String, String> shorthand(String list) {
        Map<String, String> shorthand = new HashMap<>();
        for (String pair : list.strip().split("[,\\n]\\s*")) {
            int space = pair.indexOf(' ');
            shorthand.put(pair.substring(0, space), pair.substring(space + 1));
        }
        return Map.copyOf(shorthand);
    }

    String writtenOut(String question) {
        return WORD.matcher(question).replaceAll(found -> Matcher.quoteReplacement(writtenOut(found)));
    }

    private String writtenOut(MatchResult found) {
        String word = found.group().toLowerCase(Locale.ROOT);
        String inFull = SHORTHAND.get(word);
        if (inFull != null) {
            return inFull;
        }
        if (!LETTERS.matcher(word).matches() || vocabulary.contains(word) || known.test(word)) {
            return found.group();
        }
        return vocabulary.oneSlipFrom(word).orElse(found.group());
    }
}
