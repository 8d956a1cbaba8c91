#include "render/page_jobs.h"

namespace unclench::render {

PageJob job_of(const std::string& address, Hash inputs,
               std::function<PageView(Diagnostics&)> view) {
  PageJob job;
  job.address = address;
  job.inputs = inputs;
  job.view = std::move(view);
  return job;
}

PageJob job_of(const content::PageText& page, const std::string& address, Hash inputs,
               std::function<PageView(Diagnostics&)> view) {
  PageJob job = job_of(address, combine(page.whole, inputs), std::move(view));
  job.source = page.file->path;
  job.updated = page.updated;
  job.text = &page;
  return job;
}

PageView list_view(const std::string& template_name, const std::string& title,
                   const std::string& summary) {
  PageView view;
  view.template_name = template_name;
  view.title = title;
  view.description = summary;
  view.values.set("title", title);
  view.values.set("summary", summary);
  return view;
}

PageView named_list(const Site& site, const std::string& template_name, const std::string& name) {
  return list_view(template_name, site.phrases.get("lists." + name + ".title"),
                   site.phrases.get("lists." + name + ".summary"));
}

}  // namespace unclench::render
