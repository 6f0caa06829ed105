package io.entente.model.identity;

/**
 * One version of one policy.
 *
 * @param policy the policy
 * @param version counts from 1
 */
public record PolicyVersion(PolicyName policy, int version) implements Comparable<PolicyVersion> {

  public PolicyVersion {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of policy " + policy + " is < 1");
    }
  }

  @Override
  public int compareTo(PolicyVersion other) {
    int byName = policy.compareTo(other.policy);
    return byName != 0 ? byName : Integer.compare(version, other.version);
  }

  @Override
  public String toString() {
    return policy + "@" + version;
  }
}
