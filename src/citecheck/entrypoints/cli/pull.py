"""citecheck pull: captures as one WARC file that stands alone, with its manifest."""

from dataclasses import dataclass
from pathlib import Path

from citecheck.entrypoints.cli.options import NetworkOptions, chosen_format, settings_from
from citecheck.entrypoints.cli.output import write_out
from citecheck.entrypoints.cli.running import run
from citecheck.errors import InputError, StoreError
from citecheck.flows.pull import Pulled, Wanted, captures_of, pull
from citecheck.model import CaptureId, CitationId, DocumentId
from citecheck.render import dumped
from citecheck.render.as_manifest import manifest_object, manifest_text
from citecheck.wiring import open_tools


@dataclass(frozen=True, slots=True)
class PullOptions:
    """The command line of `pull`."""

    document: str | None
    citation: str | None
    capture: str | None
    output: Path
    manifest: Path | None
    data_dir: Path | None
    config: Path | None
    format: str


def run_pull(options: PullOptions) -> int:
    """Write the file, and the manifest where one is asked for; the exit code."""
    chosen = chosen_format(options.format, ("text", "json"))
    wanted = Wanted(
        DocumentId(options.document) if options.document else None,
        CitationId(options.citation) if options.citation else None,
        CaptureId(options.capture) if options.capture else None,
    )
    settings = settings_from(options.data_dir, options.config, NetworkOptions())

    async def go() -> Pulled:
        async with open_tools(settings) as tools:
            try:
                await captures_of(wanted, tools)
            except StoreError as error:
                raise InputError(
                    f"{wanted.id}: there is none in {settings.data_dir}; "
                    "`citecheck check --format json` prints the ids"
                ) from error
            return await pull(wanted, tools, options.output)

    pulled = run(go())
    if options.manifest is not None:
        kind = "csv" if options.manifest.suffix.lower() == ".csv" else "json"
        write_out(manifest_text(pulled.manifest, options.output.name, kind), options.manifest)
    write_out(_said(pulled, options.output, chosen), None)
    return 0


def _said(pulled: Pulled, output: Path, chosen: str) -> str:
    manifest = pulled.manifest
    if chosen == "json":
        return dumped(manifest_object(manifest, output.name), indent=2)
    counted = f"{len(manifest.captures)} capture{'' if len(manifest.captures) == 1 else 's'}"
    return (
        f"{output}: {counted}, {len(manifest.records)} records, {manifest.size} bytes\n"
        f"sha256 {manifest.sha256}"
    )
