package bankassistant.privacy;

/** A place in a text, from {@code start} to before {@code end}. */
record Place(int start, int end) {

    boolean holds(Candidate candidate) {
        return start <= candidate.start() && candidate.end() <= end;
    }
}
