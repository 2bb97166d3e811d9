package bankassistant.retrieval;

import bankassistant.policy.PolicyException;

/** Where the policies come from; read anew each time. */
@FunctionalInterface
public interface PolicySource {

    /** All policies and phrasings, validated. */
    PolicyTexts read() throws PolicyException;
}
