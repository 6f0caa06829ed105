package io.entente.cli;

import io.entente.cli.offline.Estates;
import io.entente.cli.offline.ImportReport;
import io.entente.cli.offline.OfflineDocuments;
import io.entente.cli.offline.OfflineImport;
import io.entente.cli.offline.Targets;
import io.entente.model.nativeobject.Blob;
import io.entente.model.tree.Node;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;

/** One run of {@code policy import}. */
final class ImportRun {

  private final PolicyImport given;
  private final PrintWriter out;
  private final PrintWriter err;

  ImportRun(PolicyImport given, PrintWriter out, PrintWriter err) {
    this.given = given;
    this.out = out;
    this.err = err;
  }

  int call() {
    var target = Targets.find(given.target);
    OfflineImport read =
        OfflineImport.of(
            target,
            Estates.read(target.vendor(), EstateSources.read(given.files)),
            given.gateway,
            given.apis.isEmpty()
                ? List.of()
                : OfflineDocuments.read(DocumentFiles.read(given.apis)).apis());
    List<Node> documents = ImportReport.documents(read);
    Node.Obj report = ImportReport.of(read);
    if (given.to != null) {
      var files = new TreeMap<String, Blob>();
      files.put("policies.yaml", Blob.ofText(ImportReport.yaml(documents)));
      new OutputFiles(given.to, given.force).write(files);
    }
    if (given.output != Output.TABLE) {
      Node.Obj whole = given.to == null ? report.with("documents", Node.arr(documents)) : report;
      out.print(given.output.render(whole, List.of()));
    } else if (given.to == null) {
      out.print(ImportReport.yaml(documents));
      err.print(ImportText.render(report));
    } else {
      out.print(ImportText.render(report));
    }
    out.flush();
    err.flush();
    return 0;
  }
}
