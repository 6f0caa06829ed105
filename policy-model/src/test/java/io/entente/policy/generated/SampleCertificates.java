package io.entente.policy.generated;

import io.entente.policy.CaCertificate;

/** Certificates of authorities that nobody is; their keys were thrown away. They end in 2126. */
public final class SampleCertificates {

  private static final String PARTNERS =
      """
      -----BEGIN CERTIFICATE-----
      MIIBuzCCAWGgAwIBAgIUP8102hPUsmMjlNfbBpLYXNHXsCgwCgYIKoZIzj0EAwIw
      KjEQMA4GA1UECgwHRXhhbXBsZTEWMBQGA1UEAwwNUGFydG5lcnMgUm9vdDAgFw0y
      NjExMjIxMDIwMDVaGA8yMTI2MTAyOTEwMjAwNVowKjEQMA4GA1UECgwHRXhhbXBs
      ZTEWMBQGA1UEAwwNUGFydG5lcnMgUm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEH
      A0IABHYuy2sUdel4ZqbhJ2kTc7CctO9jucRxxdp3DIjPi7FJtYCgDERiiedoICNw
      9j1nEPg5Hfiz7ykeGWTLKqzlQAKjYzBhMB0GA1UdDgQWBBSjN9BJXXrE/b58YXE8
      MR20B0y4DzAfBgNVHSMEGDAWgBSjN9BJXXrE/b58YXE8MR20B0y4DzAPBgNVHRMB
      Af8EBTADAQH/MA4GA1UdDwEB/wQEAwIBBjAKBggqhkjOPQQDAgNIADBFAiEAscWD
      ZTZJENXdpKLDin5IYOqSatHW8sIUCZwKX/KX+qACIBL2KGrBegKBt/6Z9yh0pOSF
      rFavPpfUH/KQ2PGyGxCv
      -----END CERTIFICATE-----
      """;

  private static final String DEVICES =
      """
      -----BEGIN CERTIFICATE-----
      MIIBuTCCAV+gAwIBAgIUJom9v0u91rhuHPT0NqvJDtBlcjgwCgYIKoZIzj0EAwIw
      KTEQMA4GA1UECgwHRXhhbXBsZTEVMBMGA1UEAwwMRGV2aWNlcyBSb290MCAXDTI2
      MTEyMjEwMjAwNVoYDzIxMjYxMDI5MTAyMDA1WjApMRAwDgYDVQQKDAdFeGFtcGxl
      MRUwEwYDVQQDDAxEZXZpY2VzIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
      AATeUOUo3HcTfhLsDQSL6K4yc47TtP24Z5Lb104YgJLNqEJYG5LvjTPqZ01J8RWr
      jr/kAXKQm7i6GWHX/p1Xd7Sjo2MwYTAdBgNVHQ4EFgQUn5FVvBTFuf51VJgcxa4v
      rPmGGPswHwYDVR0jBBgwFoAUn5FVvBTFuf51VJgcxa4vrPmGGPswDwYDVR0TAQH/
      BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZIzj0EAwIDSAAwRQIgUyOP6+Lm
      EJWH+bJ8ABanlphMQkk0rj6s76Z+H8XdtksCIQDrLcCPtj3lNL7eBfU3csCs/b7X
      wsl2kmXMBaUs3fqYFQ==
      -----END CERTIFICATE-----
      """;

  /** Of a client, which signs nothing. */
  public static final String CLIENT =
      """
      -----BEGIN CERTIFICATE-----
      MIIBljCCATygAwIBAgIUPuc7BtcbZhkee0C0rVSfr6KwB4AwCgYIKoZIzj0EAwIw
      ITEQMA4GA1UECgwHRXhhbXBsZTENMAsGA1UEAwwEc2hvcDAgFw0yNjExMjIxMDIw
      MDVaGA8yMTI2MTAyOTEwMjAwNVowITEQMA4GA1UECgwHRXhhbXBsZTENMAsGA1UE
      AwwEc2hvcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCC68K7um1CIXSKuoZPd
      QsO4nTVQKGQulTbMux6/Rqw1z6GTGZyhboWdToCoiEDr4pLGMgI3fdSsuprRN2nH
      emOjUDBOMB0GA1UdDgQWBBSdQA8IorF+CyAMrqBvRBCoh+ZVPDAfBgNVHSMEGDAW
      gBSdQA8IorF+CyAMrqBvRBCoh+ZVPDAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMC
      A0gAMEUCIQD5jQXua7ewDYGrFoGd536aDBP3A8EIZl8fA3xRhIjRDwIgALf6UCAF
      xWrkieh0tgc+tIZyxBJI2jbO12K2UEs4cww=
      -----END CERTIFICATE-----
      """;

  private SampleCertificates() {}

  public static CaCertificate partners() {
    return new CaCertificate(PARTNERS);
  }

  public static CaCertificate devices() {
    return new CaCertificate(DEVICES);
  }
}
