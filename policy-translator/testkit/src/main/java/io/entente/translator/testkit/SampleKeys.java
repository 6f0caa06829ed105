package io.entente.translator.testkit;

import io.entente.policy.EcJwk;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwk;
import io.entente.policy.RsaJwk;
import io.entente.policy.SigningAlgorithm;
import java.util.Optional;

/** Public keys of nobody. */
public final class SampleKeys {

  private SampleKeys() {}

  public static Jwk rsa(String kid, Optional<SigningAlgorithm> alg) {
    return new RsaJwk(
        kid,
        alg,
        "vU1R2uUL3wLI4VMlfZ4RSOZH6mua1B9nUMNp5mskaFG_RES30WBZKcsGWS4Nx10ReQRP5JUE"
            + "_ahPraks4PWo9ZwMa7u2oUCE1boP0JgDGT_ExKUrxbTxCwMj82CjizsgQi8NHJrVmYSUUGq8"
            + "jQbDgsNmpqLwHL4ORUn8rAu5gJYWs8gYy9CjNIoDBC0wNGE9r6OrM-6MqcGr_pjK_BlFNIXE"
            + "Xpa_Yt7WVtmPzyLlmkrauLzfmJpgjysJ_3rlCowrPmNiYOUmCMxDildr3KWJU2t4bxEZL-n3"
            + "GSUOX34lJ2rMeATIbglFM_N5pHoKQ2QE_PaIioVsVsxC1bH7LMUWWQ",
        "AQAB");
  }

  public static Jwk p256(String kid) {
    return new EcJwk(
        kid,
        Optional.empty(),
        EllipticCurve.P_256,
        "f7FQLScSnk_k5JuZIV0srN1eDSyyGaQThmyTaD5XciI",
        "2LjEb81hMvnsep7fyaDI1-apvosb33Ne5BRuP2AOnWM");
  }

  public static Jwk p384(String kid) {
    return new EcJwk(
        kid,
        Optional.empty(),
        EllipticCurve.P_384,
        "F9YLiWW_JJoDOCI3pcglCjX2MytLVHn9OIaW-Ywfk-I7nfRoksJUxC0j7MYCedkx",
        "Tk4Pp4jNfclGp6RWiJEqbqTlqeLxsOrWQmOvIlHXLg_g9RTGByNmB-jzlZ8x_6qT");
  }

  public static Jwk p521(String kid) {
    return new EcJwk(
        kid,
        Optional.empty(),
        EllipticCurve.P_521,
        "AX5G0XcBQH8V8eBZB0Zbn3nFnBo2jzR-6CYAVZB_cfPFe2z7zxfpMncvT2AaRoRGQ9sUgJNH"
            + "hSi6FUv3x2fUosmq",
        "AD9vu3M4s6yBcBdGS_dl9flRd_SgczZsbrPom_iHsYWD9o-gT1R-SsrMV4lsGqeStULXap-m"
            + "B8-dDN3H3WBEuAG0");
  }
}
