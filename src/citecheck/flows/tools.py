"""What every flow is handed: the ports and the settings, nothing else."""

from dataclasses import dataclass

from citecheck.ports import (
    CaptureStore,
    Catalog,
    Clock,
    CpuPool,
    Fetcher,
    JobQueue,
    Notifier,
    ReportBook,
    ReviewBook,
    SupportModel,
    Views,
)
from citecheck.settings import Settings


@dataclass(frozen=True, slots=True)
class Tools:
    """One adapter for each port. Built by wiring.py, or from fakes by a test."""

    settings: Settings
    clock: Clock
    catalog: Catalog
    views: Views
    fetcher: Fetcher
    captures: CaptureStore
    queue: JobQueue
    pool: CpuPool
    support: SupportModel
    reviews: ReviewBook
    reports: ReportBook
    notifier: Notifier
