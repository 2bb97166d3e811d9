package bankassistant.model.tagging;

/**
 * A word of a text, or a punctuation mark.
 *
 * @param probability of each type
 * @param begins      whether it rather begins a place than goes on with one
 */
record Word(int start, int end, double[] probability, boolean begins) {

    int likeliest() {
        int best = 0;
        for (int type = 1; type < probability.length; type++) {
            best = probability[type] > probability[best] ? type : best;
        }
        return best;
    }

    /** The probability of being part of any place. */
    double any() {
        double sum = 0;
        for (double one : probability) {
            sum += one;
        }
        return sum;
    }

    boolean isWord(String text) {
        return Character.isLetterOrDigit(text.codePointAt(start));
    }
}
