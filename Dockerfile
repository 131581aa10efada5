# Small, non-root, read-only root file system: everything that is written goes to /data.
FROM python:3.12-slim AS build
WORKDIR /build
COPY pyproject.toml README.md LICENSE ./
COPY requirements ./requirements
COPY config ./config
COPY src ./src
RUN python -m venv /opt/citecheck \
 && /opt/citecheck/bin/pip install --no-cache-dir --require-hashes -r requirements/build.txt -r requirements/run.txt \
 && /opt/citecheck/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /opt/citecheck/bin/pip uninstall --yes hatchling pip

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home citecheck
COPY --from=build /opt/citecheck /opt/citecheck
ENV PATH=/opt/citecheck/bin:$PATH \
    CITECHECK_DATA_DIR=/data \
    PYTHONDONTWRITEBYTECODE=1
USER citecheck
VOLUME /data
HEALTHCHECK --interval=60s --timeout=10s CMD ["citecheck", "doctor", "--data-dir", "/data"]
ENTRYPOINT ["citecheck"]
CMD ["--help"]
